"""Whether a sound server runs: on Linux Qt sounds through one, and tells the terminal of each it can't reach."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def has_sound_server(environment: Mapping[str, str] | None = None) -> bool:
    """Whether PulseAudio or PipeWire can be reached; elsewhere than on Linux there is nothing to look for.

    PulseAudio's places: its documentation, "server strings" and PULSE_RUNTIME_PATH; PipeWire's: PIPEWIRE_RUNTIME_DIR.
    """
    if sys.platform in {"win32", "darwin"}:
        return True
    here = os.environ if environment is None else environment
    if here.get("PULSE_SERVER"):
        server = here["PULSE_SERVER"].removeprefix("unix:")
        return not server.startswith("/") or Path(server).exists()
    runtime = here.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    places = [
        Path(here.get("PULSE_RUNTIME_PATH") or f"{runtime}/pulse", "native"),
        Path(here.get("PIPEWIRE_RUNTIME_DIR") or runtime, "pipewire-0"),
        Path("/run/pulse/native"),
        *Path(here.get("HOME", "/"), ".config", "pulse").glob("*-runtime/native"),
    ]
    return any(place.exists() for place in places)
