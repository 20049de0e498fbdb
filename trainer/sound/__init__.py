"""Sound: the coach's voice behind a protocol. Other programs' sound is left as it is."""
