import sys

import platformdirs
import pytest

from ally_journal.paths import (
    chart_folder,
    default_journal,
    runtime_folder,
    settings_folder,
    state_folder,
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    if sys.platform != "linux":
        pytest.skip("only Linux names its folders by variables")
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    return tmp_path


def test_each_kind_of_thing_has_its_own_place(home):
    assert settings_folder() == home / "config" / "ally-journal"
    assert default_journal() == home / "data" / "ally-journal" / "Journal.ally"
    assert chart_folder() == home / "cache" / "ally-journal" / "charts"
    assert state_folder() == home / "state" / "ally-journal"
    assert runtime_folder() == home / "runtime" / "ally-journal"


def test_without_a_place_of_the_system_what_runs_keeps_to_the_state_folder(home, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert runtime_folder() == state_folder() / "run"


def test_saying_where_makes_nothing(home):
    settings_folder(), default_journal(), chart_folder()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("named", [True, False])
def test_the_folders_are_those_that_the_library_finds(home, monkeypatch, named):
    if not named:
        for name in ("CONFIG", "DATA"):
            monkeypatch.delenv(f"XDG_{name}_HOME")
    assert settings_folder() == platformdirs.user_config_path("ally-journal", appauthor=False)
    data = platformdirs.user_data_path("ally-journal", appauthor=False)
    assert default_journal() == data / "Journal.ally"
