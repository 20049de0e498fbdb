"""Charts of the log, the only place that knows pyqtgraph.

Import from the modules here inside the function that makes the first chart: pyqtgraph and numpy cost a launch 0.3 s.
"""


def preload() -> None:
    """Import what charts need. Made to run in a background job after the window has painted.

    Importing makes no QObject, so any thread may do it. It holds the interpreter for up to 18 ms at a time (measured
    with pyqtgraph 0.14): not to be run during a session.
    """
    import trainer.ui.charts.calories
    import trainer.ui.charts.exercise
    import trainer.ui.charts.load
    import trainer.ui.charts.mini
    import trainer.ui.charts.minutes  # noqa: F401
