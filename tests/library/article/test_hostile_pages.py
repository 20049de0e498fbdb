"""Whatever is thrown at it ends in a draft or in a sentence, and soon."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.library.article.source import MOST_BYTES, decoded
from trainer.library.article_import import ReadArticle, read_article_text
from trainer.library.catalogue import Catalogue
from trainer.library.problem import LibraryError
from trainer.library.routine_file import checked_routine
from trainer.library.toml_file import parse_toml

GOOD = "<h1>Mine</h1><p>Squats 3 x 12</p><p>Push-ups 3 x 10</p>"
WORDS = (
    "Squats", "Plank", "3 x 12", " – ", "\n", "\n\n", "45s/15s", "each side", "Repeat 3 times", "<p>", "</p>", "<li>",
    "<table><tr><td>", "<!--", "-->", "<script>", "|", "# ", "1. ", "A1. ", "**", "Warm-up",
    "Equipment: dumbbells", "20 minutes",
    "165–210 kcal", "Bend your knees and lift your hips.", "½", "\u202e", "\x00", "&#0;", '"', "'''",
    "\\", "<a href='", "Comments", "RE", "é", "Too hard? Kneel.", "rest 10 s", ";", "]]", "#", "1000 reps", "99 x 99",
    "<b>",
)  # fmt: skip


def read_or_refused(content: bytes, catalogue: Catalogue) -> ReadArticle | None:
    """What is read; None where it is refused, which must be in one sentence."""
    refusal = ""
    article = None
    try:
        article = read_article_text(decoded(content, "page"), "page", "page", catalogue)
    except LibraryError as error:
        refusal = str(error)
    assert article is not None or (refusal.startswith("page: ") and "\n" not in refusal)
    return article


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_mixture_gives_a_file_that_reads_or_a_sentence(catalogue: Catalogue, text: str) -> None:
    article = read_or_refused(text.encode(), catalogue)
    if article is None:
        return
    everything = {**catalogue.exercises, **{own.id: own for own in article.made.new}}
    assert checked_routine(parse_toml(Path("page"), article.text), everything) == article.made.routine


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_bytes_give_a_sentence(catalogue: Catalogue, content: bytes) -> None:
    read_or_refused(content, catalogue)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<p></p>",
        "<",
        "<!--",
        '<a "',
        '<a ">>>>',
        "<tr><td>Squats<td>3",
        "&",
        "[",
        "- Squats 3 x 12\n",
        "1",
        "Squats - ",
    ],
)
def test_two_megabytes_of_anything_end(piece: str, catalogue: Catalogue) -> None:
    text = (piece * (MOST_BYTES // len(piece)))[: MOST_BYTES - 1]
    read_or_refused(text.encode(), catalogue)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "page: it is empty; paste or name a page that describes a workout."),
        (b" \n\n", "page: it is empty; paste or name a page that describes a workout."),
        (bytes(range(256)) * 20, "page: this is no text; save the page as .html, .txt or .md."),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 50, "page: this is no text; save the page as .html, .txt or .md."),
        (b"a" * (MOST_BYTES + 1), "page: this is too big to be an article; the limit is 2 MB."),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence(content: bytes, said: str, catalogue: Catalogue) -> None:
    with pytest.raises(LibraryError) as caught:
        read_article_text(decoded(content, "page"), "page", "page", catalogue)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffSquats – 3 × 12\nPush-ups – 3 × 10".encode(),
        "Squats – 3 × 12\nPush-ups – 3 × 10".encode("utf-16"),
        "Squats – 3 × 12\nPush-ups – 3 × 10".encode("cp1252"),
        '<meta charset="windows-1250"><p>Squats – 3 × 12</p><p>Push-ups – 3 × 10</p>'.encode("cp1250"),
        "Squats – 3 × 12\r\nPush-ups – 3 × 10".encode(),
    ],
)
def test_any_usual_encoding_is_read(content: bytes, catalogue: Catalogue) -> None:
    article = read_article_text(decoded(content, "page"), "page", "page", catalogue)
    assert [step.exercise for block in article.made.routine.blocks for step in block.steps] == ["squat", "push_up"]


def test_a_very_long_page_is_read(catalogue: Catalogue) -> None:
    chatter = "I have always liked mornings, and my dog does too. " * 4000
    text = f"<article><p>{chatter}</p>{GOOD}<p>{chatter}</p></article>"
    article = read_article_text(text, "page", "page", catalogue)
    assert [step.exercise for block in article.made.routine.blocks for step in block.steps] == ["squat", "push_up"]
