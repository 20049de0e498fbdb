"""WeekCard: this week's minutes in words and as a bar, and a room for the small chart of the last weeks."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.core.progress import Standing
from trainer.language import tr
from trainer.ui.charts.goal_words import glance_sentence, next_goal
from trainer.ui.charts.words import number
from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.week_bar import WeekBar

CHART_HEIGHT = 150  # px at 100 %, the least the chart's room takes
FULL_CHART_HEIGHT = 300  # px at 100 %, under the bar: higher than that, bars say no more


class WeekCard(Card):
    """The chart comes after the window has painted: until then its room is empty, so that nothing moves.

    `with_bar`: the whole card of the Summary, as high as its content; else the chart takes what height there is.
    """

    def __init__(self, look: Look, *, with_bar: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 18, 20, 14), gap=8, parent=parent)
        self._with_bar = with_bar
        self._heading = Text(look, tr("This week"), "h3")
        self._figures = Text(look, "", "small", "ink2", tabular=True)
        self._bar = WeekBar(look)
        self._glance = Text(look, "", "small", "ink2", lines=4)
        self._room = QWidget()
        self._room.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._chart = QHBoxLayout(self._room)
        self._chart.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._figures)
        self.column.addLayout(head)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._glance)
        self._bar.setVisible(with_bar)  # not before it is in here: it would flash up as a window of its own
        self.column.addWidget(self._room, 1)
        self._set_room()
        look.changed.connect(self._set_room)

    def show_week(self, standing: Standing) -> None:
        """How the week at hand stands against the goals."""
        minutes, goal = standing.week.moderate_minutes, next_goal(standing)
        self._figures.set_text(tr("{done} of {goal} min").format(done=number(minutes), goal=number(goal)))
        self._glance.set_text(glance_sentence(standing))
        self._bar.set_minutes(minutes, goal)

    def set_chart(self, chart: QWidget) -> None:
        """Put the chart of the last weeks into its room."""
        while (item := self._chart.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not chart:
                old.hide()
                old.deleteLater()
        self._chart.addWidget(chart)

    def _set_room(self) -> None:
        if self._with_bar:
            self._room.setFixedHeight(self._look.px(FULL_CHART_HEIGHT))
        else:
            self._room.setMinimumHeight(self._look.px(CHART_HEIGHT))
