"""One of every widget, in each of its forms: for the gallery, and for tests that hold for all of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer.core.timeline import Side
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.chip import Chip
from trainer.ui.widgets.choice_menu import MenuLink
from trainer.ui.widgets.digits import Digits
from trainer.ui.widgets.effort_picker import EffortPicker
from trainer.ui.widgets.filter_chip import FilterChip
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.icon_mark import Dots, IconMark, IconTile
from trainer.ui.widgets.nav_rail import NavRail
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate
from trainer.ui.widgets.range_bars import RangeBar, RangeBars, RangeKind
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.session_bar import SessionBar
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.surfaces import BottomBar, Card, Ground, Rule
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.tag import Tag, TagKind
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.tile import Tile
from trainer.ui.widgets.time_bar import TimeBar
from trainer.ui.widgets.toast import Toast
from trainer.ui.widgets.transport_button import TransportButton
from trainer.ui.widgets.week_bar import WeekBar

OVERVIEW = (
    "We train what we see in the mirror and forget what holds us up. Eight slow moves for the back, with enough "
    "twisting to keep the waist honest. Smooth beats fast throughout."
)
GROUPS: list[list[float]] = [
    [60.0] * 5,
    [75, 80, 85, 95, 90, 95, 105, 95],
    [120, 80, 85, 95, 90, 95, 105, 95],
    [60.0] * 5,
]


def minutes(value: float) -> str:
    """A number as the steppers here write it."""
    return f"{value:.0f} min"


def number(text: str) -> float | None:
    """And read it."""
    try:
        return float(text.removesuffix("min").strip())
    except ValueError:
        return None


def stepper(look: Look, **options: float) -> Stepper:
    """A stepper of minutes from 5 to 120 by 5, at 35."""
    return Stepper(look, 35, 5, 120, 5, words=minutes, number=number, **options)  # type: ignore[arg-type]


def time_bar(look: Look, phase: PhaseLook, left: float, length: float) -> TimeBar:
    """A bar that has run for a while."""
    bar = TimeBar(look, phase)
    bar.set_time(left, length)
    return bar


def session_bar(look: Look, phase: PhaseLook = PhaseLook.WORK) -> SessionBar:
    """A session in its eleventh step."""
    bar = SessionBar(look)
    bar.set_groups(GROUPS)
    bar.set_progress(10, 0.27, phase)
    return bar


def select(look: Look) -> Select:
    """A list of three."""
    box = Select(look)
    box.addItems(["System, English", "System, German", "None"])
    return box


def flow(look: Look) -> QWidget:
    """Chips that flow."""
    holder = Flow(look)
    for icon, word in (("band", "Band"), ("bottle", "Water bottles"), ("can", "Soup cans")):
        holder.add(Chip(look, word, icon))
    return holder


def card(look: Look) -> Card:
    """A card with a heading, a rule and a row."""
    made = Card(look)
    made.column.addWidget(Text(look, "What you need", "h3"))
    row = QHBoxLayout()
    row.addWidget(IconTile(look, "ball"))
    row.addWidget(Text(look, "Physio ball", "body-bold"), 1)
    row.addWidget(Tag(look, "Have it", TagKind.GOOD))
    made.column.addLayout(row)
    made.column.addWidget(Rule(look))
    made.column.addWidget(Text(look, "No weights today? These work too:", "small", "ink2"))
    made.column.addWidget(flow(look))
    return made


def scroll_page(look: Look) -> ScrollPage:
    """A page with one long text."""
    page = ScrollPage(look)
    page.column.addWidget(Text(look, "Settings", "h1"))
    page.column.addWidget(Text(look, OVERVIEW, "lead", "ink2", leading=1.55))
    page.column.addStretch(1)
    return page


def bottom_bar(look: Look) -> BottomBar:
    """The bar under Ready."""
    bar = BottomBar(look)
    bar.row.addWidget(Text(look, "I have", "lead-bold"))
    bar.row.addWidget(stepper(look, height=44))
    bar.row.addStretch(1)
    bar.row.addWidget(Button(look, "Start", "primary", "play", key_hint="Space", height=56, min_width=210))
    return bar


def toast(look: Look) -> QWidget:
    """A toast over a ground."""
    ground = Ground(look)
    ground.setMinimumSize(look.px(620), look.px(110))
    Toast(look, ground).show_message("Reverse fly skipped", "Undo")
    return ground


def ranges(look: Look) -> RangeBars:
    """Two of ours and a claim."""
    return RangeBars(
        look,
        [
            RangeBar("You at 70 kg, 25 min main", 85, 135, "85–135"),
            RangeBar("You, with warm-up and stretch", 120, 190, "120–190", RangeKind.OURS_WIDER),
            RangeBar("What the page claims", 165, 210, "165–210", RangeKind.CLAIM),
        ],
    )


def checked_chip(look: Look) -> Chip:
    """A filter that is on."""
    chip = Chip(look, "Up to 25 min", "clock", trailing="close")
    chip.setCheckable(True)
    chip.setChecked(True)
    return chip


def filter_chip(look: Look) -> FilterChip:
    """A filter with a choice that is on."""
    chip = FilterChip(look, "Length", [(10, "Up to 10 min"), (25, "Up to 25 min")], anything="Any length", icon="clock")
    chip.set_value(25)
    return chip


def search_field(look: Look) -> SearchField:
    """A search that something was typed into."""
    field = SearchField(look, "Search", "Search moves, muscles, routines")
    field.setText("back")
    return field


def disabled(widget: QWidget) -> QWidget:
    """The same, not to be pressed."""
    widget.setEnabled(False)
    return widget


def line_edit(look: Look) -> QLineEdit:
    """A plain Qt line edit, dressed by the style sheet."""
    edit = QLineEdit("Ball needs more air. Wall by the door works.")
    look.changed.connect(edit.updateGeometry)
    return edit


Maker = Callable[[Look], QWidget]

SPECIMENS: dict[str, Maker] = {
    "Text": lambda look: Text(look, OVERVIEW, "lead", "ink2", leading=1.55),
    "Text, one line": lambda look: Text(look, OVERVIEW, lines=1),
    "FitText": lambda look: FitText(look, "Reverse fly, one arm", 44, 26, 2),
    "Button, primary": lambda look: Button(look, "Start", "primary", "play", key_hint="Space", height=44),
    "Button, loud": lambda look: Button(look, "Start", "primary", "play", key_hint="Space", height=56, min_width=210),
    "Button, ink": lambda look: Button(look, "Resume", "ink", "play", key_hint="Space", height=52, min_width=250),
    "Button, second": lambda look: Button(look, "Again", "second", "restart", height=44),
    "Button, soft": lambda look: Button(look, "Soft", "soft"),
    "Button, ghost": lambda look: Button(look, "Ghost", "ghost"),
    "Button, link": lambda look: Button(look, "Change", "link", height=24, text_size=13),
    "Button, danger": lambda look: Button(look, "Delete", "danger", "trash"),
    "Button, off": lambda look: disabled(Button(look, "Off", "second")),
    "Button, icon": lambda look: Button(look, "", "ghost", "list"),
    "TransportButton, round": lambda look: TransportButton(look, "remove-10", "Remove 10 seconds", "↓"),
    "TransportButton, previous": lambda look: TransportButton(look, "previous", "Previous", "←"),
    "TransportButton, primary": lambda look: TransportButton(look, "pause", "Pause", "Space", "primary"),
    "TransportButton, next": lambda look: TransportButton(look, "next", "Next", "→"),
    "TransportButton, add": lambda look: TransportButton(look, "add-10", "Add 10 seconds", "↑"),
    "TransportButton, bare": lambda look: TransportButton(look, "easier", "Easier", "E", "bare"),
    "Switch, on": lambda look: Switch(look, True),
    "Switch, off": lambda look: Switch(look, False),
    "Segmented": lambda look: Segmented(look, ["Easier", "As written", "Harder"], 1, height=40),
    "Chip": lambda look: Chip(look, "Focus", trailing="chevron-down"),
    "Chip, checked": checked_chip,
    "FilterChip": filter_chip,
    "MenuLink": lambda look: MenuLink(look, "Order", [("name", "By name"), ("minutes", "Shortest first")]),
    "SearchField": search_field,
    "Select": select,
    "Stepper": stepper,
    "Slider": lambda look: Slider(look, 0, 100, 60, 200),
    "Tag, good": lambda look: Tag(look, "Have it", TagKind.GOOD),
    "Tag, changed": lambda look: Tag(look, "Swap", TagKind.CHANGED),
    "Tag, check": lambda look: Tag(look, "Check", TagKind.CHECK),
    "Tag, trouble": lambda look: Tag(look, "Unreadable", TagKind.TROUBLE),
    "Tag, plain": lambda look: Tag(look, "Optional"),
    "Tile": lambda look: Tile(look, "med", "Medicine ball"),
    "Tile, on": lambda look: Tile(look, "dumbbell", "Dumbbells", "one, 4 kg", True),
    "QLineEdit": line_edit,
    "IconMark": lambda look: IconMark(look, "clock"),
    "IconTile": lambda look: IconTile(look, "dumbbell"),
    "Dots": lambda look: Dots(look, 3),
    "Rule": Rule,
    "Rule, vertical": lambda look: Rule(look, True),
    "Ground": Ground,
    "WeekBar": lambda look: WeekBar(look, 96, 150),
    "RangeBars": ranges,
    "SessionBar": session_bar,
    "EffortPicker": lambda look: EffortPicker(look, 4),
    "Flow": flow,
    "Card": card,
    "BottomBar": bottom_bar,
    "Toast": toast,
    "NavRail": NavRail,
    "ScrollPage": scroll_page,
    "Digits": lambda look: Digits(look, "22"),
    "Digits, hollow": lambda look: Digits(look, "12:05", 120, hollow=True),
    "Digits, far": lambda look: Digits(look, "9", 410, scaled=False),
    "SidePlate, left": lambda look: SidePlate(look, Side.LEFT),
    "SidePlate, right": lambda look: SidePlate(look, Side.RIGHT),
    "SidePlate, none": lambda look: SidePlate(look, None),
    **{
        f"PhasePill, {phase.value}": (lambda look, phase=phase: PhasePill(look, phase))  # type: ignore[misc]
        for phase in PhaseLook
    },
    **{
        f"TimeBar, {phase.value}": (lambda look, phase=phase: time_bar(look, phase, 13, 20))  # type: ignore[misc]
        for phase in PhaseLook
    },
}
