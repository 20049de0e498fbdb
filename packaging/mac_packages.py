"""What a Mac installs: the .app that PyInstaller makes beside the bundle, in a .dmg."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from product import BUILD, BUNDLE, COMMAND, DIST, ID, MIME, NAME, PUBLISHER, SUFFIX, VERSION, machine
from shell import BootstrapError

if TYPE_CHECKING:
    from pathlib import Path

    from shell import Shell

APP = BUNDLE.parent / f"{NAME}.app"
_ROUTINE = f"{ID}.routine"  # Apple's name of the type of routine files


def properties() -> dict[str, Any]:
    """What goes into the .app's Info.plist beside name, id and version: the type of routine files, and who may ask."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": VERSION,
        "LSApplicationCategoryType": "public.app-category.healthcare-fitness",
        "LSMinimumSystemVersion": "12.0",  # of Qt 6.11
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": PUBLISHER,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": f"{NAME} routine",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [_ROUTINE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _ROUTINE,
                "UTTypeDescription": f"{NAME} routine",
                "UTTypeConformsTo": ["public.plain-text"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX.removeprefix(".")],
                    "public.mime-type": [MIME],
                },
            }
        ],
    }


def make_dmg(shell: Shell, _screenshots_at: str = "") -> Path:
    """Make Trainer-VERSION-MACHINE.dmg: the .app beside a link to Applications, to be dragged there."""
    folder = BUILD / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(APP, folder / APP.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    image = DIST / f"{NAME}-{VERSION}-{machine()}.dmg"
    answer = shell.ask("hdiutil", "create", "-ov", "-volname", NAME, "-srcfolder", folder, "-format", "UDZO", image)
    if answer.code != 0:
        raise BootstrapError(f"hdiutil could not make {image.name}:\n{answer.text.strip()}")
    shell.say(f"{image} holds {COMMAND} signed for this machine alone: sign and notarise it before handing it out")
    return image
