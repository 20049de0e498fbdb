import os
import tomllib
from datetime import date, datetime, time
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.core.exercise import LoadTag
from trainer.core.preferences import FirstWeekday, Preferences, ThemeChoice, WeightUnit
from trainer.core.week_plan import Weekday
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError
from trainer.storage.preferences_file import LARGEST_BYTES, PreferencesFile
from trainer.storage.toml_text import toml_text

ANY_FILE = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

CHOSEN = Preferences(
    welcomed=True,
    weight_kg=70.5,
    weight_unit=WeightUnit.LB,
    owned={"dumbbell": 2, 'a "ball", big': 1},
    theme=ThemeChoice.DARK,
    text_scale=1.25,
    first_weekday=FirstWeekday.SUNDAY,
    week_plan={Weekday.MONDAY: ["upper-and-lower-back"], Weekday.SATURDAY: ["a", "b"]},
    switched_off_blocks={"upper-and-lower-back": ["Stretch", "Wärm-up"]},
    variants={"russian-twist": ""},
    starts_left={"upper-and-lower-back": False},
    window_geometry="AdnQ\\=\n",
)


@pytest.fixture
def file(paths: DataPaths) -> PreferencesFile:
    return PreferencesFile(paths.preferences, paths.backups)


def written(paths: DataPaths, content: str | bytes) -> bytes:
    paths.folder.mkdir(exist_ok=True)
    raw = content.encode() if isinstance(content, str) else content
    paths.preferences.write_bytes(raw)
    return raw


def backed_up(paths: DataPaths) -> list[bytes]:
    return [copy.read_bytes() for copy in paths.backups.iterdir()] if paths.backups.exists() else []


def test_without_a_file_all_is_as_usual_and_none_is_made(file: PreferencesFile, paths: DataPaths) -> None:
    assert file.load() == msgspec.structs.replace(file.load(), preferences=Preferences(), problems=())
    assert not paths.folder.exists()


def test_what_is_saved_is_read_back(file: PreferencesFile, paths: DataPaths) -> None:
    file.save(CHOSEN)
    loaded = PreferencesFile(paths.preferences, paths.backups).load()
    assert loaded.preferences == CHOSEN
    assert loaded.problems == ()
    assert [path.name for path in paths.folder.iterdir()] == ["preferences.toml"]  # nothing unfinished is left


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)


@ANY_FILE
@given(
    owned=st.dictionaries(names, st.integers(0, 999)),
    variants=st.dictionaries(names, names),
    blocks=st.dictionaries(names, st.lists(names, max_size=3)),
    weight=st.none() | st.floats(20, 400),
    geometry=names,
)
def test_any_preferences_are_read_back(
    file: PreferencesFile,
    owned: dict[str, int],
    variants: dict[str, str],
    blocks: dict[str, list[str]],
    weight: float | None,
    geometry: str,
) -> None:
    chosen = Preferences(
        owned=owned, variants=variants, switched_off_blocks=blocks, weight_kg=weight, window_geometry=geometry
    )
    file.save(chosen)
    assert file.load().preferences == chosen


def test_unknown_keys_are_kept(file: PreferencesFile, paths: DataPaths) -> None:
    written(paths, 'theme = "dark"\nfuture = 3\n[plan]\ndays = ["mon", {at = 07:30:00}]\n[plan.deep]\nx = 1\n')
    loaded = file.load()
    assert loaded.problems == ()
    file.save(msgspec.structs.replace(loaded.preferences, voice=False))
    document = tomllib.loads(paths.preferences.read_text(encoding="utf-8"))
    assert document["future"] == 3
    assert document["plan"] == {"days": ["mon", {"at": time(7, 30)}], "deep": {"x": 1}}
    assert (document["theme"], document["voice"]) == ("dark", False)


def test_a_weight_taken_back_is_gone_from_the_file(file: PreferencesFile) -> None:
    file.save(CHOSEN)
    file.save(msgspec.structs.replace(file.load().preferences, weight_kg=None))
    assert file.load().preferences.weight_kg is None


@pytest.mark.parametrize(
    ("line", "key", "expected", "found"),
    [
        ('theme = "drak"', "theme", '"system", "light", "dark"', '"drak"'),
        ("voice = 1", "voice", "true or false", "1"),
        ("text_scale = 9", "text_scale", "a number from 1.0 to 2.0", "9"),
        ("text_scale = nan", "text_scale", "a number from 1.0 to 2.0", "nan"),
        ('weight_kg = "70 kg"', "weight_kg", "a number from 20.0 to 400.0", '"70 kg"'),
        ("last_routine = 3", "last_routine", "a text in quotes", "3"),
        ("owned = 3", "owned", "a table of names and values", "3"),
        ('owned = {ball = "one"}', "owned.ball", "a number from 0 to 999", '"one"'),
        ('switched_off_blocks = {back = "all"}', "switched_off_blocks.back", "a list of texts", '"all"'),
        (f"variants = {{twist = [{'1, ' * 50}]}}", "variants.twist", "a text in quotes", "…"),
    ],
)
def test_a_wrong_value_is_named_and_the_rest_is_taken(
    file: PreferencesFile, paths: DataPaths, line: str, key: str, expected: str, found: str
) -> None:
    raw = written(paths, f'{line}\nfirst_weekday = "sunday"\n')
    loaded = file.load()
    assert loaded.preferences == Preferences(first_weekday=FirstWeekday.SUNDAY)
    (problem,) = loaded.problems
    assert problem.startswith(f"{paths.preferences}: {key} should be ")
    assert expected in problem
    assert f"not {found}" in problem or found == "…"
    assert len(problem) < len(str(paths.preferences)) + 200
    assert backed_up(paths) == [raw]


def test_of_a_list_the_right_entries_are_taken(file: PreferencesFile, paths: DataPaths) -> None:
    raw = written(paths, 'avoid = ["knee", "kne", "wrist"]\nfavourites = [1, "gentle-back"]')
    loaded = file.load()
    assert loaded.preferences.avoid == [LoadTag.KNEE, LoadTag.WRIST], "what is to be spared must not be asked for"
    assert loaded.preferences.favourites == ["gentle-back"]
    avoid, favourites = loaded.problems
    assert 'an entry of avoid should be one of "impact", "knee"' in avoid
    assert 'not "kne"; it is left out' in avoid
    assert "an entry of favourites should be a text in quotes, not 1" in favourites
    assert backed_up(paths) == [raw]


def test_of_a_table_the_right_entries_are_taken(file: PreferencesFile, paths: DataPaths) -> None:
    written(paths, 'owned = {dumbbell = 2, ball = -1, band = "x"}')
    loaded = file.load()
    assert loaded.preferences.owned == {"dumbbell": 2}
    assert len(loaded.problems) == 2


BROKEN = [
    b"theme = ",
    b"theme = 'dark'\ntheme = 'light'",
    b"\xff\xfe\x00\x01",
    b"\0" * 100,
    b"x = " + b"[" * 5000,
    b".".join([b"a"] * 5000) + b" = 1",
    b"x = " + b"9" * 9000,
]


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_set_aside_and_told_in_a_sentence(
    file: PreferencesFile, paths: DataPaths, content: bytes
) -> None:
    written(paths, content)
    loaded = file.load()
    assert loaded.preferences == Preferences()
    (problem,) = loaded.problems
    assert str(paths.preferences) in problem
    assert str(paths.backups) in problem
    assert "\n" not in problem
    assert backed_up(paths) == [content]
    file.load()
    assert backed_up(paths) == [content]  # copied once, however often it is read
    file.save(CHOSEN)
    assert file.load().preferences == CHOSEN


def test_a_file_too_large_is_neither_read_nor_overwritten(file: PreferencesFile, paths: DataPaths) -> None:
    raw = written(paths, b"#" * (LARGEST_BYTES + 1))
    assert "too large" in file.load().problems[0]
    with pytest.raises(StorageError, match="too large"):
        file.save(CHOSEN)
    assert paths.preferences.read_bytes() == raw


def test_what_cant_be_copied_is_not_overwritten(file: PreferencesFile, paths: DataPaths) -> None:
    raw = written(paths, "broken")
    paths.backups.write_text("in the way")
    assert str(paths.backups) in file.load().problems[0]
    with pytest.raises(StorageError):
        file.save(CHOSEN)
    assert paths.preferences.read_bytes() == raw


def test_a_folder_in_the_files_place_is_told(file: PreferencesFile, paths: DataPaths) -> None:
    paths.preferences.mkdir(parents=True)
    assert str(paths.preferences) in file.load().problems[0]
    with pytest.raises(StorageError):
        file.save(CHOSEN)


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_refuses_leaves_the_old_file(
    file: PreferencesFile, paths: DataPaths, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    file.save(CHOSEN)

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, refuse)
    with pytest.raises(StorageError, match="full"):
        file.save(Preferences())
    monkeypatch.undo()
    assert file.load().preferences == CHOSEN
    assert [path.name for path in paths.folder.iterdir()] == ["preferences.toml"]


@pytest.mark.skipif(os.name != "posix", reason="a link needs rights on Windows")
def test_a_link_stays_a_link(file: PreferencesFile, paths: DataPaths, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.touch()
    paths.folder.mkdir()
    paths.preferences.symlink_to(target)
    file.save(CHOSEN)
    assert paths.preferences.is_symlink()
    assert "dark" in target.read_text(encoding="utf-8")


plain = st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | names | st.dates() | st.times()
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3))


@settings(max_examples=150, deadline=None)
@given(document=st.dictionaries(names, values, max_size=5))
def test_toml_text_is_what_tomllib_reads(document: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(document)) == document


def test_toml_text_knows_moments() -> None:
    document = {"at": datetime.fromisoformat("2026-01-05T07:00:00+01:00"), "on": date(2026, 1, 5)}
    assert tomllib.loads(toml_text(document)) == document
    with pytest.raises(TypeError):
        toml_text({"nothing": None})


def test_a_day_that_is_none_is_told_by_its_name(file: PreferencesFile, paths: DataPaths) -> None:
    written(paths, '[week_plan]\nmoonday = ["a"]\nfriday = ["b"]\nsunday = [3]\n')
    loaded = file.load()
    assert loaded.preferences.week_plan == {Weekday.FRIDAY: ["b"]}
    name, content = loaded.problems
    assert "week_plan.moonday is none of the names that may stand in week_plan: monday, tuesday" in name
    assert "week_plan.sunday should be a list of texts, not [3]" in content
