"""The README's two commands, on machines that are made up: nothing is installed, no command is run."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import system_packages
from bootstrap import main
from shell import Answer, BootstrapError, Shell
from virtual_environment import Python, VirtualEnvironment, find_python

HERE = Python(("python3",), "3.11.2")
FINE = Answer(0, "")
REFUSED = Answer(1, "E: no")


class Machine(Shell):
    """A machine that writes down what it is asked, and answers as the test says; a venv it is told to make is there."""

    def __init__(self, folder: Path, *, system: str = "linux", root: bool = False, debian: bool = True) -> None:
        self.system = system
        self.os_release = folder / "os-release"
        self.os_release.write_text("ID=debian\n" if debian else 'ID=fedora\nID_LIKE="rhel"\n', encoding="utf-8")
        self.root = root
        self.variables = {"DISPLAY": ":0"}
        self.commands = {"sudo", *system_packages.WINDOW_TEST_TOOLS, *system_packages.SOUND_TEST_TOOLS}
        self.answers: list[tuple[str, Answer]] = []
        self.codes: list[tuple[str, int]] = []
        self.asked: list[str] = []
        self.ran: list[str] = []
        self.folders: list[Path | None] = []
        self.became: list[str] = []
        self.said: list[str] = []
        self.on_ask: Callable[[str], None] = lambda _: None

    @property
    def is_root(self) -> bool:
        return self.root

    def environment(self, name: str) -> str:
        return self.variables.get(name, "")

    def say(self, text: str) -> None:
        self.said.append(text)

    def finds(self, command: str) -> bool:
        return command in self.commands

    def run(self, *command: str | Path, cwd: Path | None = None) -> int:
        line = _line(command)
        self.ran.append(line)
        self.folders.append(cwd)
        return next((code for part, code in self.codes if part in line), 0)

    def ask(self, *command: str | Path) -> Answer:
        line = _line(command)
        self.asked.append(line)
        self.on_ask(line)
        answer = next((answer for part, answer in self.answers if part in line), FINE)
        if "-m venv" in line and answer == FINE:
            _make_venv(Path(next(word for word in command if isinstance(word, Path))))
        return answer

    def become(self, *command: str | Path) -> int:
        self.became.append(_line(command))
        return 0


def _line(command: Sequence[str | Path]) -> str:
    return " ".join(word.as_posix() if isinstance(word, Path) else word for word in command)


def _make_venv(folder: Path, version: str = "3.11.2") -> None:
    for programs, name in (("bin", "python"), ("Scripts", "python.exe")):
        (folder / programs).mkdir(parents=True, exist_ok=True)
        (folder / programs / name).touch()
    (folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", encoding="utf-8")
    (folder / "bootstrap.json").unlink(missing_ok=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    checkout = tmp_path / "checkout"
    (checkout / "packaging").mkdir(parents=True)
    (checkout / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (checkout / "packaging" / "constraints.txt").write_text("a==1\n", encoding="utf-8")
    return checkout


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_run_makes_the_environment_installs_and_becomes_the_program(root: Path, machine: Machine) -> None:
    assert main(["run", "--speed", "60"], machine, root, HERE) == 0
    assert any("-m venv --clear" in line for line in machine.asked)
    assert "--constraint" in machine.ran[-1]
    assert machine.ran[-1].endswith(f"--no-build-isolation --editable {root.as_posix()}")
    assert machine.became == [f"{root.as_posix()}/.venv/bin/python -m trainer --speed 60"]


def test_a_second_run_does_nothing_but_start(root: Path, machine: Machine) -> None:
    main(["run"], machine, root, HERE)
    machine.asked.clear()
    machine.ran.clear()
    assert main(["run"], machine, root, HERE) == 0
    assert (machine.asked, machine.ran) == ([], [])
    assert len(machine.became) == 2


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints.txt"])
def test_a_change_of_what_is_needed_installs_again_into_the_same_environment(
    root: Path, machine: Machine, name: str
) -> None:
    main(["run"], machine, root, HERE)
    machine.asked.clear()
    machine.ran.clear()
    (root / name).write_text("b==2\n", encoding="utf-8")
    main(["run"], machine, root, HERE)
    assert len(machine.ran) == 2
    assert not any("-m venv" in line for line in machine.asked)


def test_another_python_or_a_moved_checkout_makes_the_environment_anew(
    root: Path, machine: Machine, tmp_path: Path
) -> None:
    main(["run"], machine, root, HERE)
    machine.asked.clear()
    main(["run"], machine, root, Python(("python3",), "3.12.1"))
    assert any("-m venv --clear" in line for line in machine.asked)

    moved = tmp_path / "moved"
    root.rename(moved)
    assert (moved / ".venv" / "bootstrap.json").exists()
    machine.asked.clear()
    main(["run"], machine, moved, HERE)
    assert any("-m venv --clear" in line for line in machine.asked)


def test_a_stamp_that_cannot_be_read_is_no_stamp(root: Path, machine: Machine) -> None:
    main(["run"], machine, root, HERE)
    machine.ran.clear()
    for text in ("", "[]", "{", '{"root": 1}', "\0"):
        (root / ".venv" / "bootstrap.json").write_text(text, encoding="utf-8")
        assert main(["run"], machine, root, HERE) == 0
    assert len(machine.ran) == 10


def test_without_a_display_run_says_so_and_installs_nothing(
    root: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.variables.clear()
    assert main(["run"], machine, root, HERE) == 1
    error = capsys.readouterr().err
    assert error.startswith("trainer: there is no display here")
    assert "xvfb-run" in error
    assert machine.asked == machine.ran == machine.became == []


@pytest.mark.parametrize("arguments", [["log", "--json"], ["routine", "list"], ["--version"]])
def test_what_opens_no_window_needs_neither_display_nor_libraries(
    root: Path, machine: Machine, arguments: list[str]
) -> None:
    machine.variables.clear()
    machine.answers = [("ldd", Answer(0, "\tlibEGL.so.1 => not found\n"))]
    assert main(["run", *arguments], machine, root, HERE) == 0
    assert machine.became[0].endswith(" ".join(["-m trainer", *arguments]))


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_have_a_display_and_all_libraries(root: Path, tmp_path: Path, system: str) -> None:
    machine = Machine(tmp_path, system=system)
    machine.variables.clear()
    assert main(["run"], machine, root, HERE) == 0
    assert not any("ldd" in line for line in machine.asked)
    assert ("Scripts/python.exe" in machine.became[0]) == (system == "win32")


def test_pip_failing_is_a_sentence_and_the_next_run_tries_again(
    root: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.codes = [("--editable", 1)]
    assert main(["run"], machine, root, HERE) == 1
    assert "pip could not install" in capsys.readouterr().err
    machine.codes = []
    assert main(["run"], machine, root, HERE) == 0


def test_a_checkout_without_its_files_is_a_sentence(
    root: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "packaging" / "constraints.txt").unlink()
    assert main(["run"], machine, root, HERE) == 1
    assert "constraints.txt" in capsys.readouterr().err


def test_a_wrong_command_line_shows_the_right_one(
    root: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong in ([], ["start"], ["--speed", "2"]):
        assert main(wrong, machine, root, HERE) == 2
    assert capsys.readouterr().err.count("usage: python3 packaging/bootstrap.py run") == 3
    assert main(["--help"], machine, root, HERE) == 0
    assert "usage:" in capsys.readouterr().out


def test_test_runs_every_check_even_after_one_failed_and_the_tests_last(root: Path, machine: Machine) -> None:
    machine.codes = [("ruff check", 1)]
    assert main(["test", "-x"], machine, root, HERE) == 1
    checks = [line.split(".venv/bin/")[1] for line in machine.ran[2:]]
    assert checks == [
        "python -m ruff check",
        "python -m ruff format --check",
        "python -m mypy",
        "lint-imports --no-logo",
        "python -m pytest -m end_to_end -x",
        "python -m pytest -n auto -m not benchmark and not end_to_end -x",
    ]
    assert machine.said[-1] == "these checks FAILED: style; now the tests"
    assert machine.ran[1].endswith("[dev]")
    assert machine.folders[2:] == [root] * 6


def test_test_fails_with_the_code_of_the_tests(root: Path, machine: Machine) -> None:
    machine.codes = [("-m pytest", 5)]
    assert main(["test"], machine, root, HERE) == 5
    for which in ("-m end_to_end", "-n auto"):
        machine.codes = [(which, 1)]
        assert main(["test"], machine, root, HERE) == 1
        machine.codes = [(which, 5)]  # the arguments chose no test of that kind
        assert main(["test"], machine, root, HERE) == 0
    machine.codes = []
    assert main(["test"], machine, root, HERE) == 0


class TestPython:
    def test_one_that_fits_is_taken_as_it_is(self, machine: Machine) -> None:
        assert find_python(machine, HERE) == HERE
        assert machine.asked == []

    @pytest.mark.parametrize("version", ["3.10.13", "3.14.0", "2.7.18"])
    def test_another_is_looked_for_newest_first(self, machine: Machine, version: str) -> None:
        machine.answers = [("python3.13", Answer(127, "")), ("python3.12", Answer(0, "3.12.4\n"))]
        assert find_python(machine, Python(("python3",), version)) == Python(("python3.12",), "3.12.4")

    def test_none_is_a_sentence(self, machine: Machine) -> None:
        machine.answers = [("python", REFUSED)]
        with pytest.raises(BootstrapError, match=r"needs Python 3\.11 to 3\.13, and this is 3\.10\.13"):
            find_python(machine, Python(("python3",), "3.10.13"))

    def test_windows_asks_its_launcher(self, tmp_path: Path) -> None:
        machine = Machine(tmp_path, system="win32")
        machine.answers = [("py -3.13", Answer(0, "3.13.1\n"))]
        assert find_python(machine, Python(("python",), "3.14.0")).command == ("py", "-3.13")


class TestEnvironmentWithoutEnsurepip:
    """Debian's python3 without python3-venv."""

    def environment(self, machine: Machine, root: Path) -> VirtualEnvironment:
        machine.answers = [("import ensurepip", REFUSED), *machine.answers]
        return VirtualEnvironment(machine, root, root / ".venv")

    def test_pip_from_outside_fills_it(self, machine: Machine, root: Path) -> None:
        self.environment(machine, root).provide(HERE, "run")
        assert any("venv --clear" in line and line.endswith("--without-pip") for line in machine.asked)
        assert any("-m pip --python" in line for line in machine.asked)
        assert not any("apt-get" in line for line in machine.asked)

    def test_with_no_pip_either_root_installs_debians_package(self, machine: Machine, root: Path) -> None:
        machine.root = True
        machine.answers = [("-m pip --python", REFUSED)]
        self.environment(machine, root).provide(HERE, "run")
        assert any("apt-get -qq install" in line and "python3.11-venv" in line for line in machine.asked)

    def test_with_no_rights_the_person_gets_the_command(self, machine: Machine, root: Path) -> None:
        machine.answers = [("-m pip --python", REFUSED), ("sudo", REFUSED)]
        with pytest.raises(BootstrapError, match=r"sudo apt-get install -y python3\.11-venv"):
            self.environment(machine, root).provide(HERE, "run")

    def test_elsewhere_the_reason_is_told(self, tmp_path: Path, root: Path) -> None:
        machine = Machine(tmp_path, debian=False)
        machine.answers = [("-m venv", Answer(1, "Error: no space left"))]
        with pytest.raises(BootstrapError, match="no space left"):
            self.environment(machine, root).provide(HERE, "run")


class TestLibraries:
    LDD = Answer(
        0, "\tlibEGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibxcb-cursor.so.0 => not found\n"
    )

    def test_nothing_missing_installs_nothing(self, machine: Machine, tmp_path: Path) -> None:
        system_packages.provide_libraries(machine, tmp_path)
        assert len(machine.asked) == len(system_packages.QT_PARTS)

    def test_root_gets_the_packages_that_hold_them(self, machine: Machine, tmp_path: Path) -> None:
        machine.root = True
        machine.answers = [("ldd", self.LDD)]
        machine.on_ask = lambda line: machine.answers.clear() if " install " in line else None
        system_packages.provide_libraries(machine, tmp_path)
        installed = next(line for line in machine.asked if " install " in line)
        assert installed.endswith("--no-install-recommends libegl1 libxcb-cursor0")
        assert installed.startswith("env DEBIAN_FRONTEND=noninteractive apt-get")

    def test_passwordless_sudo_serves_too(self, machine: Machine, tmp_path: Path) -> None:
        machine.answers = [("ldd", self.LDD)]
        machine.on_ask = lambda line: machine.answers.clear() if " install " in line else None
        system_packages.provide_libraries(machine, tmp_path)
        assert any(line.startswith("sudo -n env") and " install " in line for line in machine.asked)

    def test_anybody_else_gets_the_command(self, machine: Machine, tmp_path: Path) -> None:
        machine.answers = [("ldd", self.LDD), ("sudo", REFUSED)]
        with pytest.raises(BootstrapError, match="sudo apt-get install -y libegl1 libxcb-cursor0"):
            system_packages.provide_libraries(machine, tmp_path)

    def test_apt_get_failing_gives_its_reason_and_the_command(self, machine: Machine, tmp_path: Path) -> None:
        machine.root = True
        machine.answers = [("ldd", self.LDD), (" install ", Answer(100, "Reading...\nE: Unable to fetch\n"))]
        with pytest.raises(BootstrapError, match="sudo apt-get"):
            system_packages.provide_libraries(machine, tmp_path)
        assert machine.said[-1] == "apt-get could not: E: Unable to fetch"

    def test_what_is_still_missing_afterwards_is_named(self, machine: Machine, tmp_path: Path) -> None:
        machine.root = True
        machine.answers = [("ldd", self.LDD)]
        with pytest.raises(BootstrapError, match=r"still finds no libEGL\.so\.1, libxcb-cursor\.so\.0"):
            system_packages.provide_libraries(machine, tmp_path)

    def test_another_linux_is_told_the_libraries(self, tmp_path: Path) -> None:
        machine = Machine(tmp_path, debian=False)
        machine.answers = [("ldd", self.LDD)]
        with pytest.raises(BootstrapError, match=r"lacks: libEGL\.so\.1, libxcb-cursor\.so\.0\. Install"):
            system_packages.provide_libraries(machine, tmp_path)

    def test_they_are_looked_for_again_until_they_are_there(self, machine: Machine, root: Path) -> None:
        machine.answers = [("ldd", self.LDD), ("sudo", REFUSED)]
        assert main(["run"], machine, root, HERE) == 1
        assert main(["run"], machine, root, HERE) == 1
        machine.answers = []
        assert main(["run"], machine, root, HERE) == 0


def test_missing_window_test_tools_are_installed_or_the_skip_is_explained(machine: Machine) -> None:
    machine.commands -= {"openbox", "xdotool"}
    system_packages.provide_window_test_tools(machine)
    assert any("install" in line and line.endswith("openbox xdotool") for line in machine.asked)

    machine.answers = [("sudo", REFUSED)]
    system_packages.provide_window_test_tools(machine)
    assert machine.said[-1] == (
        "the tests in a real window are skipped: they need openbox, xdotool: "
        "sudo apt-get update && sudo apt-get install -y openbox xdotool"
    )


def test_a_command_that_is_not_there_is_no_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    shell = Shell()
    assert shell.ask("no-such-command-anywhere").code == 127
    assert shell.run("no-such-command-anywhere") == 127
    assert "no-such-command-anywhere" in capfd.readouterr().err


def test_missing_sound_test_tools_are_installed_or_the_skip_is_explained(machine: Machine) -> None:
    machine.commands -= {"pulseaudio", "espeak-ng"}
    system_packages.provide_sound_test_tools(machine)
    assert any("install -y --no-install-recommends espeak-ng pulseaudio" in line for line in machine.asked)
    machine.commands.discard("sudo")
    machine.root = False
    system_packages.provide_sound_test_tools(machine)
    assert machine.said[-1] == (
        "the test that listens is skipped: it needs espeak-ng, pulseaudio: "
        "sudo apt-get update && sudo apt-get install -y espeak-ng pulseaudio"
    )


def test_a_desktop_keeps_its_own_sound_server(machine: Machine) -> None:
    machine.commands -= {"pulseaudio", "espeak-ng"}
    machine.commands.add("pipewire")
    system_packages.provide_sound_test_tools(machine)
    assert machine.asked == []
    assert "PipeWire" in machine.said[-1]
