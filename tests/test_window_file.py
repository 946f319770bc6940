import stat
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal import window_file
from ally_journal.window_file import (
    LIMITS,
    WindowSettings,
    change_window_settings,
    read_window_settings,
    write_window_settings,
)

CHOSEN = WindowSettings(appearance="dark", text_size=150, less_motion=True, width=900, height=600)


def test_what_was_written_is_read_back(tmp_path):
    write_window_settings(tmp_path, CHOSEN)
    assert read_window_settings(tmp_path) == CHOSEN


def test_the_file_is_readable_by_its_owner_only(tmp_path):
    folder = tmp_path / "new" / "place"
    write_window_settings(folder, CHOSEN)
    assert stat.S_IMODE((folder / "window.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [one.name for one in folder.iterdir()] == ["window.toml"]


def test_without_a_file_everything_takes_its_default(tmp_path):
    assert read_window_settings(tmp_path / "nowhere") == WindowSettings()


@pytest.mark.parametrize(
    "content", [b"text_size = ", b"\xff\xfe", b"", b"[text_size]\nx = 1", b"text_size = 151.5"]
)
def test_a_file_that_makes_no_sense_is_as_good_as_none(tmp_path, content):
    (tmp_path / "window.toml").write_bytes(content)
    assert read_window_settings(tmp_path) == WindowSettings()


def test_what_is_out_of_bounds_takes_its_default_and_the_rest_stays(tmp_path):
    (tmp_path / "window.toml").write_text('text_size = 900\nappearance = "dark"\nscore = 1\n')
    assert read_window_settings(tmp_path) == WindowSettings(appearance="dark")


@given(st.text(max_size=12))
def test_no_text_can_break_the_file(tmp_path_factory, language):
    folder = tmp_path_factory.mktemp("look")
    write_window_settings(folder, WindowSettings(language=language, text_size=125))
    assert read_window_settings(folder).text_size == 125


def test_a_place_that_cannot_be_written_costs_only_the_settings(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file")
    write_window_settings(taken, CHOSEN)
    assert taken.read_text() == "a file"


def test_a_change_leaves_what_another_window_changed(tmp_path):
    write_window_settings(tmp_path, CHOSEN)
    change_window_settings(tmp_path, remind_shown="2026-03-12T18:30:00+00:00")
    change_window_settings(tmp_path, appearance="light")
    expected = CHOSEN._replace(remind_shown="2026-03-12T18:30:00+00:00", appearance="light")
    assert read_window_settings(tmp_path) == expected


def test_changes_at_the_same_time_are_all_kept(tmp_path, monkeypatch):
    write, chosen = window_file.write_window_settings, {"text_size": 150, "width": 900}

    def slowly(*given):
        time.sleep(0.05)
        write(*given)

    monkeypatch.setattr(window_file, "write_window_settings", slowly)
    threads = [
        threading.Thread(target=change_window_settings, args=(tmp_path,), kwargs={name: value})
        for name, value in chosen.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read_window_settings(tmp_path) == WindowSettings(**chosen)


def test_what_stands_by_default_is_allowed():
    defaults = WindowSettings()._asdict()
    assert set(LIMITS) == set(defaults)
    assert all(LIMITS[name](value) for name, value in defaults.items())
