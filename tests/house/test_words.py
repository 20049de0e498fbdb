"""Every word a person reads goes through tr or ntr, as whole literal sentences, when the language is known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEAKING_ROOMS = ("app", "ui", "cli", "library", "exchange", "storage")  # core and motion return values, not words
SHOWING_ROOMS = ("app", "ui", "cli")

SETTER = re.compile(
    r"(set|insert|add)(Text|WindowTitle|Title|ToolTip|StatusTip|WhatsThis|AccessibleName|AccessibleDescription"
    r"|PlaceholderText|InformativeText|DetailedText|Label|Action|Item|Tab)|drawText|print"
)
WORDED_ARGUMENTS = {"help", "description", "epilog", "tooltip", "accessible_name", "placeholder"}
WORDLESS_CLASSES = re.compile(
    r"\w*(Error|Exception|Warning)|QFont|QColor|Path|QByteArray|QKeySequence|Struct|TypeVar|Version"
)
LETTERS = re.compile(r"[^\W\d_]{2}")
SENTENCE = re.compile(r"[A-Z][a-z]+|.*[a-z] [a-z]")  # "Start", "ten seconds", but not "second" or "WM_CLASS"


def modules(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in sorted((ROOT / "trainer" / room).rglob("*.py"))]


def bare_words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, text) of each literal shown without tr: given to a setter, a widget's constructor, print or argparse."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = _name(call.func)
        for argument in call.args:
            text = _literal(argument)
            if (SETTER.fullmatch(name) and LETTERS.search(text)) or (
                name[:1].isupper() and not WORDLESS_CLASSES.fullmatch(name) and SENTENCE.match(text)
            ):
                yield argument.lineno, text
        for keyword in call.keywords:
            text = _literal(keyword.value)
            if keyword.arg in WORDED_ARGUMENTS and LETTERS.search(text):
                yield keyword.value.lineno, text


def misused_translations(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) of each tr or ntr that no catalogue can serve."""
    inside = {node for function in ast.walk(tree) if _is_function(function) for node in _run_later(function)}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or _name(call.func) not in {"tr", "ntr"}:
            continue
        texts = call.args[: 1 if _name(call.func) == "tr" else 2]
        if not texts or not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
            yield call.lineno, "takes whole literal sentences, so that they can be extracted"
        if call not in inside:
            yield call.lineno, "is called while the module is imported, before the language is known"


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def _run_later(function: ast.AST) -> Iterator[ast.AST]:
    assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for node in function.body if isinstance(function.body, list) else [function.body]:
        yield from ast.walk(node)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str:
    """The words in a literal, an f-string's fixed parts included; "" of anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return " ".join(_literal(part) for part in node.values if isinstance(part, ast.Constant))
    return ""


@pytest.mark.parametrize("path", modules(*SHOWING_ROOMS), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_bare_words_are_shown(path: Path) -> None:
    assert list(bare_words(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", modules(*SPEAKING_ROOMS), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sentence_can_be_translated(path: Path) -> None:
    assert list(misused_translations(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("room", ["core", "motion"])
def test_core_and_motion_word_nothing(room: str) -> None:
    wording = [
        path.name
        for path in (ROOT / "trainer" / room).rglob("*.py")
        if "trainer.language" in path.read_text(encoding="utf-8")
    ]
    assert wording == []


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Paused")',
        'label.setToolTip(f"{n} seconds left")',
        'Text(look, "Welcome back", "h1")',
        'Button(look, "Start")',
        'parser.add_argument("--speed", help="run faster")',
        'print("nothing found")',
    ],
)
def test_the_net_for_bare_words_catches(code: str) -> None:
    assert list(bare_words(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText(tr("Paused"))',
        'label.setText("–")',
        'label.setText(f"{minutes}:{seconds:02}")',
        'Text(look, name, "h1")',
        'Icon(look, "play", 24)',
        'raise ValueError("Wrong order")',
        "print(json)",
    ],
)
def test_the_net_for_bare_words_lets_through(code: str) -> None:
    assert not list(bare_words(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ['TITLE = tr("Paused")', "def f(x):\n    return tr(x)", 'def f(x):\n    return tr(f"a {x}")', "ntr('a')"]
)
def test_the_net_for_misuse_catches(code: str) -> None:
    assert list(misused_translations(ast.parse(code)))


def test_the_net_for_misuse_lets_through() -> None:
    code = 'def f(n):\n    return [tr("Paused"), ntr("{n} move", "{n} moves", n)]\nlater = lambda: tr("Later")'
    assert not list(misused_translations(ast.parse(code)))
