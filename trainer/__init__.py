"""Trainer: the follow-along coach that needs no video."""

__version__ = "0.1.0"
