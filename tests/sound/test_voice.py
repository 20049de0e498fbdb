"""The silent voice: it takes everything and does nothing."""

from trainer.sound.voice import SilentVoice, Voice


def test_a_silent_voice_is_a_voice_that_is_never_heard() -> None:
    voice: Voice = SilentVoice()
    voice.open()
    voice.say("Halfway")
    assert (voice.available, voice.speaking, voice.problem) == (False, False, "")
    voice.stop()
    voice.close()
