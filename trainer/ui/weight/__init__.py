"""The weight over time: a chart, a list, and what can be done with it. Opened from Settings and from Progress."""
