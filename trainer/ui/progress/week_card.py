"""ThisWeekCard: the present week against the goals, at a glance."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.core.goals import Goals
from trainer.core.progress import Standing
from trainer.language import tr
from trainer.ui.charts.goal_words import goal_sentence, next_goal, strength_text, vigorous_sentence
from trainer.ui.charts.words import number
from trainer.ui.progress.wording import (
    kcal_text,
    long_date,
    minutes_text,
    sessions_sentence,
    week_span,
    weekday_letter,
)
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.drawn import Drawn, DrawnLabel
from trainer.ui.widgets.figure_button import FigureButton
from trainer.ui.widgets.painting import draw_box, draw_text, text_width
from trainer.ui.widgets.surfaces import Card, Rule
from trainer.ui.widgets.text import Text


class ThisWeekCard(Card):
    """Minutes toward the goals, the days of the week, strength days and calories."""

    ledger_chosen = Signal()  # how the week's calories were counted

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 16, 20, 18), gap=10, parent=parent)
        self._span = Text(look, "", "small", "ink2", lines=1)
        self._amount = _Amount(look)
        self._track = GoalTrack(look)
        self._sentence = Text(look, "", "small", "ink2")
        self._days = WeekDays(look)
        self._strength = _Fact(look, tr("Strength days"))
        self._kcal = _Fact(look, tr("Likely calories"), opens=True)
        self._kcal.chosen.connect(self.ledger_chosen)
        self._sessions = _Fact(look, tr("Sessions"))

        head = QHBoxLayout()
        head.addWidget(Text(look, tr("This week"), "h3", lines=1))
        head.addStretch(1)
        head.addWidget(self._span)
        self.goals_link = Button(look, tr("Goals"), "link", height=24, text_size=13)
        self.goals_link.setAccessibleDescription(tr("Set the minutes and strength days of your weeks."))
        self.column.addLayout(head)
        done = QHBoxLayout()
        done.addWidget(self._amount, 1)
        done.addWidget(self.goals_link)
        self.column.addLayout(done)
        for widget in (self._track, self._sentence, self._days, Rule(look)):
            self.column.addWidget(widget)
        for fact in (self._strength, self._kcal, self._sessions):
            self.column.addWidget(fact)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_standing(self, standing: Standing, by_day: Mapping[date, float], today: date) -> None:
        """Show how the week stands; `by_day` has the active minutes of its days."""
        week = standing.week
        self._span.set_text(week_span(week.start))
        goal = tr("of {goal} min").format(goal=number(next_goal(standing)))
        self._amount.show_amount(number(week.moderate_minutes), goal)
        self._track.show_minutes(week.moderate_minutes, standing.goals)
        self._sentence.set_text("\n".join(filter(None, (goal_sentence(standing), vigorous_sentence(standing)))))
        self._days.show_days(week.start, by_day, today)
        self._strength.set_value(strength_text(standing))
        kcal = kcal_text(week.kcal_low, week.kcal_high) if week.kcal_high else tr("none yet")
        self._kcal.set_value(kcal, is_figure=week.kcal_high > 0)
        self._sessions.set_value(number(week.sessions))
        self.setAccessibleName(tr("This week"))
        described = [sessions_sentence(week.sessions), minutes_text(week.moderate_minutes), goal_sentence(standing)]
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in described) + ".")


class GoalTrack(Drawn):
    """A bar from nothing to the further goal, the weekly minimum marked on it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._minutes = 0.0
        self._goals = Goals()
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_minutes(self, minutes: float, goals: Goals) -> None:
        """Fill it that far."""
        self._minutes, self._goals = minutes, goals
        text = tr("{minutes} of {goal} minutes").format(minutes=number(minutes), goal=number(goals.minutes))
        self.setAccessibleName(text)
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(32))

    def draw(self, painter: QPainter) -> None:
        look, width = self.look, float(self.width())
        track = QRectF(0, look.px(2), width, look.px(10))
        radius = track.height() / 2
        draw_box(painter, track, radius, look.color("sunken"), look.color("edge") if look.is_high_contrast else None)
        share = min(1.0, self._minutes / self._goals.more_minutes)
        if share > 0:
            done = QRectF(track)
            done.setWidth(max(track.height(), width * share))
            draw_box(painter, done, radius, look.color("strength"))
        middle = track.bottom() + look.px(11)
        font = look.font("caption", weight=500, tabular=True)
        for goal in self._goals.lines:
            x = width * goal / self._goals.more_minutes
            reached = self._minutes >= goal
            if x < width:
                painter.setPen(QPen(look.color("surface" if reached else "ink"), 2))
                painter.drawLine(QPointF(x, track.top() + 1), QPointF(x, track.bottom() - 1))
            text = number(goal)
            wide = text_width(font, text)
            left = min(width - wide, x - wide / 2)
            draw_text(painter, font, look.color("ink2"), left, middle, text)


class WeekDays(Drawn):
    """Seven discs, one a day: filled with a tick where there was a session, ringed today."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._start = date.min
        self._today = date.min
        self._by_day: Mapping[date, float] = {}
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, start: date, by_day: Mapping[date, float], today: date) -> None:
        """Show the week from `start` on, with the minutes of its days."""
        self._start, self._by_day, self._today = start, by_day, today
        done = [(day, by_day[day]) for day in self._days() if by_day.get(day, 0.0) > 0]
        said = [tr("{day}: {minutes}").format(day=long_date(day), minutes=minutes_text(m)) for day, m in done]
        self.setAccessibleName(tr("Days of this week"))
        self.setAccessibleDescription("; ".join(said) if said else tr("No sessions yet."))
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(190), self.look.px(54))

    def draw(self, painter: QPainter) -> None:
        look = self.look
        pitch = self.width() / 7
        size = min(look.px(26), pitch - 4)
        for n, day in enumerate(self._days()):
            center = QPointF(pitch * (n + 0.5), look.px(18))
            disc = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
            trained = self._by_day.get(day, 0.0) > 0
            edge = look.faint("edge", 0.55)
            if trained:
                draw_box(painter, disc, size / 2, look.color("strength"))
                look.draw_icon(painter, "check", disc.adjusted(5, 5, -5, -5), look.color("on_accent"), 3.0)
            else:
                draw_box(painter, disc, size / 2, None, None if day > self._today else edge)
                if day > self._today:
                    draw_box(painter, QRectF(center.x() - 3, center.y() - 3, 6, 6), 3, look.color("sunken"), edge)
            if day == self._today:
                draw_box(painter, disc.adjusted(-3, -3, 3, 3), size, None, look.color("ink"), 1.5)
            font = self._font(today=day == self._today)
            letter = weekday_letter(day)
            color = look.color("ink" if day == self._today else "ink2")
            draw_text(painter, font, color, center.x() - text_width(font, letter) / 2, look.px(46), letter)

    def _days(self) -> list[date]:
        return [self._start + timedelta(days=n) for n in range(7)]

    def _font(self, *, today: bool) -> QFont:
        return self.look.font("caption", weight=700 if today else 500)


class _Amount(DrawnLabel):
    """A large figure and what it is of, on one base line."""

    def __init__(self, look: Look) -> None:
        self._figure = self._unit = ""
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_amount(self, figure: str, unit: str) -> None:
        """Show another figure."""
        self._figure, self._unit = figure, unit
        self.setText(f"{figure} {unit}")
        self.update()

    def measure(self) -> QSize:
        width = text_width(self._large(), self._figure) + text_width(self.look.font("lead"), self._unit)
        return QSize(round(width) + self.look.px(8), self.look.px(38))

    def draw(self, painter: QPainter) -> None:
        base, x = self.look.px(31), 0.0
        for font, color, text in (
            (self._large(), "ink", self._figure),
            (self.look.font("lead"), "ink2", self._unit),
        ):
            painter.setFont(font)
            painter.setPen(self.look.color(color))
            painter.drawText(QPointF(x, base), text)
            x += text_width(font, text) + self.look.px(8)

    def _large(self) -> QFont:
        return self.look.font(34.0, weight=700)


class _Fact(QWidget):
    """A name and its figure on one line; one that `opens` can be pressed while it is a figure."""

    chosen = Signal()

    def __init__(self, look: Look, name: str, *, opens: bool = False) -> None:
        super().__init__()
        self._name = name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._value = Text(look, "", "small-bold", lines=1, tabular=True)
        row.addWidget(Text(look, name, "small", "ink2", lines=1))
        row.addStretch(1)
        row.addWidget(self._value)
        self._figure = FigureButton(look, "small-bold") if opens else None
        if self._figure is not None:
            self._figure.clicked.connect(self.chosen)
            self._figure.hide()
            row.addWidget(self._figure)

    def set_value(self, text: str, *, is_figure: bool = True) -> None:
        """Show another figure, or that there is none."""
        self._value.set_text(text)
        if self._figure is not None:
            self._figure.set_figure(text, tr("{what}: {value}").format(what=self._name, value=text))
            self._figure.setVisible(is_figure)
            self._value.setVisible(not is_figure)
