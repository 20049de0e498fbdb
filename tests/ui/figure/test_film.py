"""The film: first picture first, then ever more of them, never more memory than allowed."""

from collections.abc import Callable

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from tests.ui.figure.conftest import InHand
from trainer.ui.figure.darkroom import Darkroom
from trainer.ui.figure.film import Film, Shot, fitting, packed
from trainer.ui.figure.palette import DARK, LIGHT
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Take
from trainer.ui.jobs import Jobs

SIZE = (72, 72)


@pytest.fixture
def film(jobs: Jobs) -> Film:
    return Film(jobs, Darkroom())


def shot_of(subject: Subject, size: tuple[int, int] = SIZE, *, draft: bool = False, key_poses: bool = False) -> Shot:
    return Shot(subject, LIGHT, subject.cycle.move.view, size, draft=draft, key_poses=key_poses)


def develop(executor: InHand, film: Film) -> int:
    """Let everything be rendered; how many jobs that took."""
    done = 0
    while executor.do_next():
        done += 1
    assert film.is_complete
    return done


def test_a_picture_is_there_after_one_job_and_all_of_them_in_the_end(
    film: Film, executor: InHand, qtbot: QtBot, subject: Callable[[str], Subject]
) -> None:
    film.open(shot_of(subject("pilates_swimmer")))
    assert film.picture_at(0.3) is None
    with qtbot.waitSignal(film.opened):
        executor.do_next()
    first = film.picture_at(0.3)
    assert first is not None
    assert film.backdrop is not None
    assert not film.is_complete
    develop(executor, film)
    finest = film.picture_at(0.3)
    assert finest is not None
    assert finest.image != first.image  # rough edges first
    assert film.picture_at(0.3 + 1.6) is finest
    assert film.picture_at(0.7) is not finest


def test_the_picture_wanted_now_comes_next(film: Film, executor: InHand, subject: Callable[[str], Subject]) -> None:
    film.open(shot_of(subject("reverse_fly")))
    executor.do_next()
    executor.do_next()  # begun before anyone asked
    film.picture_at(1.0)
    executor.do_next()
    asked = film.picture_at(1.0)
    executor.do_next()
    assert film.picture_at(1.0) is not asked or asked is film.picture_at(1.01)
    develop(executor, film)


def test_pictures_of_there_and_back_are_shared(film: Film, executor: InHand, subject: Callable[[str], Subject]) -> None:
    film.open(shot_of(subject("reverse_fly")))
    develop(executor, film)
    assert film.picture_at(0.5) is film.picture_at(4.5)
    assert film.picture_at(2.2) is film.picture_at(2.8)


def test_only_the_poses_where_motion_is_reduced(
    film: Film, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    film.open(shot_of(subject("reverse_fly"), key_poses=True))
    assert develop(executor, film) == 3  # rough, fine, the other pose
    opened, hang = film.picture_at(0.0), film.picture_at(3.1)
    assert film.picture_at(2.9) is opened  # reached in two seconds, held for one
    assert film.picture_at(4.9) is hang
    assert film.picture_at(-0.001) is hang  # what the first repetition begins from
    assert hang is not opened


def test_what_was_shown_stays_until_the_next_is_there(
    film: Film, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    film.open(shot_of(subject("roll_down"), key_poses=True))
    develop(executor, film)
    before = film.picture_at(0.0)
    film.open(shot_of(subject("back_bow"), key_poses=True))
    assert film.picture_at(0.0) is before
    develop(executor, film)
    assert film.picture_at(0.0) is not before
    film.open(None)
    assert film.picture_at(0.0) is None


def test_a_shot_kept_beside_is_there_at_once(
    film: Film, executor: InHand, qtbot: QtBot, subject: Callable[[str], Subject]
) -> None:
    first, second = (structs.replace(shot_of(subject("roll_down")), view=(yaw, 9.0)) for yaw in (122.0, 47.0))
    first, second = (structs.replace(shot, key_poses=True) for shot in (first, second))
    film.open(first, second)
    executor.do_next()
    assert film.picture_at(0.0) is not None
    develop(executor, film)
    from_behind = film.picture_at(0.0)
    with qtbot.waitSignal(film.opened):
        film.open(second, first)
    in_front = film.picture_at(0.0)
    assert in_front is not None
    assert from_behind is not None
    assert in_front.image != from_behind.image
    assert film.is_complete  # of neither is anything rendered again
    film.open(first, second)
    assert film.picture_at(0.0) is from_behind
    both = film.bytes_kept
    film.open(first)
    assert film.picture_at(0.0) is from_behind
    assert film.bytes_kept < both
    assert not executor.do_next()


def test_pictures_kept_packed_are_the_same_and_smaller(
    film: Film, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    plain = shot_of(subject("roll_down"), key_poses=True, size=(300, 300))
    film.open(plain)
    develop(executor, film)
    pictures, size = [film.picture_at(t) for t in (0.0, 9.0)], film.bytes_kept
    film.open(structs.replace(plain, packed=True))
    develop(executor, film)
    for before, seconds in zip(pictures, (0.0, 9.0), strict=True):
        now = film.picture_at(seconds)
        assert before is not None
        assert now is not None
        assert (now.image, now.place) == (before.image, before.place)
        assert film.picture_at(seconds) is now
    assert film.bytes_kept < size / 5


def test_a_change_to_a_shot_that_is_not_there_yet_goes_on_showing_the_one_before(
    film: Film, executor: InHand, subject: Callable[[str], Subject]
) -> None:
    first, second = (
        structs.replace(shot_of(subject("roll_down"), key_poses=True), view=(yaw, 9.0)) for yaw in (122.0, 47.0)
    )
    film.open(first, second)
    executor.do_next()
    before = film.picture_at(0.0)
    film.open(second, first)
    assert film.picture_at(0.0) is before
    develop(executor, film)
    assert film.picture_at(0.0) is not before


def test_the_last_of_many_shots_wins(film: Film, executor: InHand, subject: Callable[[str], Subject]) -> None:
    back_bow = subject("back_bow")
    for palette in (LIGHT, DARK, LIGHT, DARK):
        film.open(Shot(back_bow, palette, (50.0, 20.0), SIZE, key_poses=True))
    assert develop(executor, film) == 1 + 3  # the first was begun, the last is all that follows
    dark = film.picture_at(0.0)
    film.open(Shot(back_bow, LIGHT, (50.0, 20.0), SIZE, key_poses=True))
    develop(executor, film)
    light = film.picture_at(0.0)
    assert dark is not None
    assert light is not None
    assert dark.image != light.image


def test_a_draft_is_one_picture(film: Film, executor: InHand, subject: Callable[[str], Subject]) -> None:
    film.open(shot_of(subject("roll_down"), draft=True))
    executor.do_next()
    assert not executor.do_next()
    picture = film.picture_at(0.0)
    assert picture is not None
    assert picture.place.width() == 2 * picture.image.width()


@pytest.mark.parametrize(("size", "budget"), [((640, 640), 64e6), ((1600, 1000), 128e6), ((3840, 2160), 128e6)])
def test_pictures_keep_within_their_budget(
    subject: Callable[[str], Subject], size: tuple[int, int], budget: float
) -> None:
    for move_id in ("roll_down", "kneeling_superman"):
        shot = shot_of(subject(move_id), size)
        stage = Darkroom().stage(Take(packed(shot.subject), shot.palette, shot.view, size))
        stills, scale = fitting(shot, stage.largest)
        assert len(stills) * stage.largest * scale**2 <= budget * 1.01
        assert scale > 0.3


def test_two_shots_share_the_budget(subject: Callable[[str], Subject]) -> None:
    taken = 0.0
    for share, packing in ((0.85, 1.0), (0.15, 5.0)):
        shot = structs.replace(shot_of(subject("kneeling_superman"), (640, 640)), share=share, packed=packing > 1.0)
        stage = Darkroom().stage(Take(packed(shot.subject), shot.palette, shot.view, shot.size))
        stills, scale = fitting(shot, stage.largest)
        taken += len(stills) * stage.largest * scale**2 / packing
    assert taken <= 64e6 * 1.01


def test_a_failure_leaves_the_room_empty_and_is_told(
    film: Film, executor: InHand, subject: Callable[[str], Subject], caplog: pytest.LogCaptureFixture
) -> None:
    film.open(shot_of(subject("roll_down"), size=(0, 0)))
    executor.do_next()
    assert film.picture_at(0.0) is None
    assert "can't be drawn" in caplog.text
