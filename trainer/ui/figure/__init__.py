"""The moving coach: the body, its picture, and the widget that shows it."""
