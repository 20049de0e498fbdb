"""Links and the person's own pictures and clips: what may stand in a routine file, and where a clip lies."""

import re
from collections.abc import Iterator
from pathlib import Path

from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.flaw import Flaw
from trainer.library.toml_places import FieldPath
from trainer.library.wording import quoted

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp"})
ANIMATIONS = frozenset({".gif"})
CLIPS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi"})
LONGEST_LINK = 500

# RFC 3986 with the host a name as the DNS has it (RFC 1123 2.1): what Qt's strict reading of an address takes as well.
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?"
_PATH = r"([A-Za-z0-9\-._~:/@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*"
_REST = r"([A-Za-z0-9\-._~:/@!$&'()*+,;=?\[\]]|%[0-9A-Fa-f]{2})*"
_LINK = re.compile(rf"https?://{_LABEL}(\.{_LABEL})*(:(?P<port>[0-9]{{1,5}}))?(/{_PATH}(\?{_REST})?(#{_REST})?)?")
_PORTS = range(1, 2**16)
_NAME = re.compile(r"[^\x00-\x1f<>:\"/\\|?*]{1,120}")  # what every system takes as a file's name


def link_flaws(path: FieldPath, link: str) -> Iterator[Flaw]:
    """Whether it is a plain address of a page, so that what is shown is what is opened."""
    if not link:
        return
    found = _LINK.fullmatch(link) if len(link) <= LONGEST_LINK else None
    if found is None or int(found["port"] or 80) not in _PORTS:
        rule = tr("this must be the address of a page, like https://example.org/back")
        yield Flaw(path, quoted(link[:60]), rule)


def media_flaws(path: FieldPath, media: str) -> Iterator[Flaw]:
    """Whether it is the name of a picture or clip that lies beside the routine file, and nothing else."""
    if not media:
        return
    if not _NAME.fullmatch(media) or media.startswith("."):
        yield Flaw(path, quoted(media), tr("this must be the name of a file beside the routine file"))
    elif Path(media).suffix.casefold() not in PICTURES | ANIMATIONS | CLIPS:
        known = ", ".join(sorted(PICTURES | ANIMATIONS | CLIPS))
        yield Flaw(path, quoted(media), tr("this must be a picture or a clip: {known}").format(known=known))


def media_folder(routine: Routine, file: Path) -> str:
    """The folder in which the media of a routine lie; empty where no step has any."""
    has_media = any(step.media for block in routine.blocks for step in block.steps)
    return file.parent.as_posix() if has_media else ""
