"""The template translators start from: every sentence of the program that goes through tr and ntr.

`.venv/bin/python packaging/translations.py` writes resources/translations/trainer.pot anew; a test tells when to.
A language is then `pybabel init -D trainer -i resources/translations/trainer.pot -d resources/translations -l de`.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "resources" / "translations" / "trainer.pot"
KEYWORDS = {"tr": None, "ntr": (1, 2)}

_HEADER = "# Every sentence of Trainer, from packaging/translations.py: do not edit."


def template(root: Path = ROOT) -> str:
    """The text of the template for the program below `root`: the same for the same sentences, whenever it is made."""
    catalog = Catalog(project="Trainer", header_comment=_HEADER, fuzzy=False)
    found = extract_from_dir(root / "trainer", [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"])
    for file, _line, message, comments, context in found:
        catalog.add(
            message, locations=[(f"trainer/{Path(file).as_posix()}", 0)], auto_comments=comments, context=context
        )
    written = io.BytesIO()
    write_po(written, catalog, width=100, sort_by_file=True, include_lineno=False)
    unsaid = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid-Bugs-To", "Project-Id-Version")
    lines = written.getvalue().decode("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith(tuple(f'"{name}:' for name in unsaid))) + "\n"


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8")
    print(f"{TEMPLATE.relative_to(ROOT)} is written")
