"""Start at login: a file of ours, there only while it is wanted."""

import plistlib
import shlex
import stat
import sys

import pytest

from ui import login_start
from ui.locked_places import OUT_OF_SIGHT

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of one's own, on Linux."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "my program" / "main.py"), "Mine.ally"])
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("FLATPAK_ID", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def entry(home):
    return home / "config" / "autostart" / "ally-journal.desktop"


def test_it_is_written_for_its_owner_only_and_taken_away_again(entry):
    assert not login_start.is_on()
    assert login_start.turn_on()
    assert login_start.is_on()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert login_start.turn_off()
    assert list(entry.parent.iterdir()) == []


def test_it_names_the_program_and_no_journal(entry, home):
    login_start.turn_on()
    lines = dict(line.split("=", 1) for line in entry.read_text().splitlines() if "=" in line)
    assert lines["Name"] == "Journal"
    words = shlex.split(lines["Exec"])
    assert words == [
        "env",
        f"{OUT_OF_SIGHT}=1",
        sys.executable,
        str(home / "my program" / "main.py"),
    ]


def test_a_file_of_somebody_else_is_left_alone(entry):
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nName=Mine\n")
    assert not login_start.turn_on()
    assert not login_start.is_on()
    assert login_start.turn_off()
    assert entry.read_text() == "[Desktop Entry]\nName=Mine\n"


def test_a_link_is_never_followed(entry, home):
    entry.parent.mkdir(parents=True)
    other = home / "other"
    other.write_text(login_start.MARK)
    entry.symlink_to(other)
    assert not login_start.turn_on()
    assert not login_start.turn_off()
    assert other.read_text() == login_start.MARK


def test_a_link_to_nothing_is_left_alone(entry, home):
    entry.parent.mkdir(parents=True)
    entry.symlink_to(home / "nowhere")
    assert not login_start.is_on()
    assert not login_start.turn_on()
    assert not login_start.turn_off()
    assert entry.is_symlink()


def test_what_a_kill_left_half_written_stops_nothing(entry):
    entry.parent.mkdir(parents=True)
    entry.with_name(f".{entry.name}.part").write_text("half")
    assert login_start.turn_on()
    assert list(entry.parent.iterdir()) == [entry]


def test_a_path_that_no_line_can_hold_is_told(entry, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["/a\nExec=other"])
    assert not login_start.turn_on()
    assert not entry.exists()


def test_a_folder_that_cannot_be_made_is_told(home):
    (home / "config").write_text("a file")
    assert not login_start.turn_on()
    assert not login_start.is_on()


def test_signs_in_a_path_stay_what_they_are():
    line = login_start.desktop_entry(['/a b/50%/$x`"\\.py']).splitlines()[4]
    # As a string of the file first, then as a word in quotes.
    word = line.partition('=1 "')[2][:-1].replace("\\\\", "\\")
    assert word == '/a b/50%%/\\$x\\`\\"\\\\.py'


def test_a_frozen_program_is_begun_by_its_own_name(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert login_start.program() == [sys.executable]


def test_on_a_mac_it_is_an_agent_of_ours(home, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert login_start.turn_on()
    (agent,) = (home / "Library" / "LaunchAgents").iterdir()
    found = plistlib.loads(agent.read_bytes())
    assert found["ProgramArguments"] == login_start.program()
    assert found["EnvironmentVariables"] == {OUT_OF_SIGHT: "1"}
    assert login_start.is_on()
    assert login_start.turn_off()


@pytest.mark.parametrize("name", ["FLATPAK_ID", "SNAP"])
def test_inside_a_sandbox_it_is_for_the_system(name):
    assert login_start.can_start({})
    assert not login_start.can_start({name: "org.example"})
