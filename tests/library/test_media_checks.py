"""What may stand as a link, and as the name of a picture."""

import pytest

from trainer.library.media_checks import link_flaws, media_flaws


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "http://a.example:8080/",
        "https://example.org/a/b-c_d~e?x=1&y=[2]&z=a/b?c#part/two",
        "https://example.org/%C3%A4",
        "https://xn--bcher-kva.example/",
    ],
)
def test_an_address_of_a_page(link: str) -> None:
    assert not list(link_flaws(("link",), link))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://me:secret@example.org/",
        "https://example.org\\@other.example/",
        "https://example.-1.org/",  # from here on: what no browser would open, so that the button would do nothing
        "https://.example.org/",
        "https://example..org/",
        "https://example.org:99999/",
        "https://example.org:0/",
        "https://example.org:٨٠/",
        "https://example.org/%zz",
        "https://example.org/a b",
        "https://example.org/<b>",
        "https://example.org/#a#b",
        "https://example.org/" + "a" * 500,
    ],
)
def test_no_address_of_a_page(link: str) -> None:
    (flaw,) = link_flaws(("link",), link)
    assert flaw.wanted == "this must be the address of a page, like https://example.org/back"


@pytest.mark.parametrize("media", ["cat.png", "Übung 1.GIF", "🐈.mp4", "a..png"])
def test_a_name_beside_the_file(media: str) -> None:
    assert not list(media_flaws(("media",), media))


@pytest.mark.parametrize(
    "media", ["../cat.png", "/etc/cat.png", "a\\b.png", "C:cat.png", ".cat.png", "http://a/b.png", "a\n.png", "cat.svg"]
)
def test_a_name_of_something_else(media: str) -> None:
    assert list(media_flaws(("media",), media))
