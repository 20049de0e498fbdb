"""Trainer: the follow-along coach that needs no video."""

__version__ = "0.1.0"

NAME = "Trainer"  # what a menu calls it; packaging/ takes name, version and id from here
APP_ID = "app.trainer.Trainer"  # of its menu entry, its window, its packages and their metadata on every system
