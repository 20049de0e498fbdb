"""The type of --data-dir."""

import argparse
from pathlib import Path

from trainer.language import tr


def folder(text: str) -> Path:
    """The folder of that name, there or not. An empty one would silently be the folder one stands in: refused."""
    if not text:
        raise argparse.ArgumentTypeError(tr("the folder's name is empty; name a folder"))
    return Path(text)
