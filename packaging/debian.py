"""The .deb: the bundle under /usr/lib/trainer, a link in /usr/bin, and what the desktop knows the program by."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from typing import TYPE_CHECKING

from bundle import size_of
from linux_files import put_linux_files
from product import BUILD, BUNDLE, COMMAND, DIST, MAINTAINER, PACKAGING, VERSION, filled, machine, moment
from shell import BootstrapError
from system_packages import DEBIAN_PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shell import Shell

MOST_INSTALLED, MOST_PACKED = 200_000_000, 75_000_000  # bytes; a program of the home shouldn't be larger

# Shared library -> package, for those the program needs beyond Qt's window: sound, speech, video, Python, numpy.
_MORE_PACKAGES = {
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1": "libbz2-1.0",
    "libbz2.so.1.0": "libbz2-1.0",
    "libcups.so.2": "libcups2",
    "libdrm.so.2": "libdrm2",
    "libgcc_s.so.1": "libgcc-s1",
    "libpulse.so.0": "libpulse0",
    "libspeechd.so.2": "libspeechd2",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_OF_LIBC = re.compile(r"(libc|libm|libdl|libpthread|librt|libresolv|libutil|ld-linux.*)\.so\.\d")
_RENAMED = {  # by Debian 13, for the year 2038
    "libcups2": "libcups2 | libcups2t64",
    "libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64",
}
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_GLIBC = re.compile(rb"\0GLIBC_2\.(\d+)(?=\0)")
_RECOMMENDED = "speech-dispatcher, speech-dispatcher-espeak-ng, pipewire-pulse | pulseaudio"


def make_deb(shell: Shell, screenshots_at: str = "") -> Path:
    """Make the package from the bundle. Raises BootstrapError if it is too large, or needs what no package has."""
    folder = BUILD / "deb"
    shutil.rmtree(folder, ignore_errors=True)
    lib = folder / "usr" / "lib" / COMMAND
    shutil.copytree(BUNDLE, lib, symlinks=True)
    programs = folder / "usr" / "bin"
    programs.mkdir(parents=True)
    (programs / COMMAND).symlink_to(f"../lib/{COMMAND}/{COMMAND}")
    put_linux_files(folder / "usr", screenshots_at)
    _put_documents(folder / "usr" / "share" / "doc" / COMMAND)
    installed = size_of(folder)
    control = folder / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(control_text(installed, depends(shell, lib)), encoding="utf-8")
    _give_modes_and_time(folder)

    DIST.mkdir(exist_ok=True)
    package = DIST / f"{COMMAND}_{VERSION}_{machine()}.deb"
    answer = shell.ask("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", folder, package)
    if answer.code != 0:
        raise BootstrapError(f"dpkg-deb could not make {package.name}:\n{answer.text.strip()}")
    packed = package.stat().st_size
    shell.say(f"{package}: {packed / 1e6:.1f} MB, installed {installed / 1e6:.1f} MB")
    if installed > MOST_INSTALLED or packed > MOST_PACKED:
        raise BootstrapError(
            f"{package.name} is larger than it may be: {MOST_PACKED / 1e6:.0f} MB packed, "
            f"{MOST_INSTALLED / 1e6:.0f} MB installed. See packaging/shipped.py for what is left out."
        )
    return package


def control_text(installed: int, needed: Iterable[str]) -> str:
    """What dpkg reads; `installed` in bytes."""
    return filled(
        PACKAGING / "linux" / "control.in",
        MACHINE=machine(),
        KILOBYTES=str(-(-installed // 1024)),
        DEPENDS=", ".join(needed),
        RECOMMENDS=_RECOMMENDED,
        MAINTAINER=MAINTAINER,
    )


def depends(shell: Shell, folder: Path) -> list[str]:
    """The packages that hold the shared libraries the files in `folder` ask for and don't bring."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    answer = shell.ask("readelf", "--dynamic", "--wide", *files)
    if answer.code != 0:
        raise BootstrapError("what the program is linked to could not be read: readelf (package binutils) failed.")
    brought = {path.name for path in folder.rglob("*.so*")}
    needed = set(_NEEDED.findall(answer.text)) - brought
    return sorted([f"libc6 (>= 2.{newest_glibc(files)})", *packages_of(needed)])


def packages_of(libraries: Iterable[str]) -> list[str]:
    """The Debian packages of shared libraries, libc's own left out. Raises BootstrapError for one not in the tables."""
    known = {**DEBIAN_PACKAGES, **_MORE_PACKAGES}
    asked = [library for library in libraries if not _OF_LIBC.fullmatch(library)]
    unknown = sorted(library for library in asked if library not in known)
    if unknown:
        raise BootstrapError(
            f"no package is known for {', '.join(unknown)}: name it in packaging/debian.py, or leave what asks for it "
            f"out in packaging/shipped.py."
        )
    packages = {known[library] for library in asked}
    return sorted(_RENAMED.get(package, package) for package in packages)


def newest_glibc(files: Iterable[Path]) -> int:
    """The n of the newest GLIBC_2.n that one of the files is linked to."""
    return max((int(minor) for path in files for minor in _GLIBC.findall(path.read_bytes())), default=17)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _put_documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(filled(PACKAGING / "linux" / "copyright.in"), encoding="utf-8")
    changes = filled(PACKAGING / "linux" / "changelog.in", MAINTAINER=MAINTAINER, STAMP=_stamp())
    (folder / "changelog.gz").write_bytes(gzip.compress(changes.encode(), mtime=moment()))


def _stamp() -> str:
    from email.utils import formatdate

    return formatdate(moment())


def _give_modes_and_time(folder: Path) -> None:
    """The same modes and times whoever builds: files are for reading, programs and folders for opening."""
    when = moment()
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.name == COMMAND else 0o644)
        os.utime(path, (when, when), follow_symlinks=False)
