"""What may come from a file is never taken for markup: tooltips and labels show it as it is written.

Qt looks at the text of a tooltip or a label and shows it as HTML, loading its pictures, where it looks like HTML.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TIPS = {"setToolTip", "showText", "setStatusTip", "setWhatsThis"}
MAY_BE_MARKUP = {"QTextBrowser", "QTextEdit", "QMessageBox", "QErrorMessage", "QTextDocument", "QStaticText"}
WORDLESS = {"trainer/desktop/notifier.py"}  # its tip is the desktop's, unmarked there


def modules() -> list[Path]:
    return sorted(path for room in ("app", "ui", "desktop") for path in (ROOT / "trainer" / room).rglob("*.py"))


def marked(tree: ast.AST) -> list[tuple[int, str]]:
    """(line, what) of whatever could be taken for markup."""
    found = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in TIPS and not any(_plain(argument) for argument in call.args):
            found.append((call.lineno, f"{name} wants plain_tip(...)"))
        if name in MAY_BE_MARKUP:
            found.append((call.lineno, f"{name} shows markup"))
        if name in {"setHtml", "setMarkdown", "insertHtml", "setOpenExternalLinks"}:
            found.append((call.lineno, f"{name} is markup"))
    return found


def _plain(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Name):
        return argument.id == "tip"  # made by plain_tip in the line above
    return isinstance(argument, ast.Call) and getattr(argument.func, "id", "") in {"plain_tip", "tr"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_taken_for_markup(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() in WORDLESS:
        return
    text = path.read_text(encoding="utf-8")
    assert marked(ast.parse(text)) == []
    if "ToolTipRole" in text:
        assert "plain_tip(" in text
    made = text.count("QLabel(") - text.count("(SelfDrawn, QLabel)") - text.count("_picture = QLabel()")
    assert "PlainText" in text or made == 0, "a QLabel shows markup unless it is told otherwise"


@pytest.mark.parametrize(
    "line", ["a.setToolTip(name)", "QToolTip.showText(at, f'{name}', self)", "QMessageBox(self)", "a.setHtml(text)"]
)
def test_what_is_not_plain_is_found(line: str) -> None:
    assert marked(ast.parse(line))
