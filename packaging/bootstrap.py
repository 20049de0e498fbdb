"""The README's two commands."""
