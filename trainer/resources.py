"""Where the files that come with the program lie: inside an installed package, beside a checkout."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of resources: `trainer/_resources` when installed, `resources` of the checkout otherwise."""
    return of_package(Path(__file__).resolve().parent)


def of_package(package: Path) -> Path:
    """The folder of resources that belongs to the package in the folder `package`."""
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def exercises() -> Path:
    """The folder of exercises, one TOML file each."""
    return resources() / "exercises"


def equipment() -> Path:
    """The TOML file of equipment and what stands in for it."""
    return resources() / "equipment.toml"


def activities() -> Path:
    """The file of activities for workouts written down by hand."""
    return resources() / "activities.toml"


def moves() -> Path:
    """The folder of moves (how the figure performs an exercise), one TOML file each."""
    return resources() / "moves"


def routines() -> Path:
    """The folder of the routines that come with the program, one TOML file each."""
    return resources() / "routines"


def icons() -> Path:
    """The folder of icons, SVG."""
    return resources() / "icons"


def themes() -> Path:
    """The folder of themes: one TOML file of tokens each."""
    return resources() / "themes"


def styles() -> Path:
    """The folder of style sheet templates."""
    return resources() / "styles"


def sounds() -> Path:
    """The folder of sounds."""
    return resources() / "sounds"


def translations() -> Path:
    """The folder of translation catalogues: `<language>/LC_MESSAGES/trainer.mo`."""
    return resources() / "translations"
