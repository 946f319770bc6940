"""A second start raises the first window, and nothing that is left there keeps anybody out."""

import fcntl
import os
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from ally_journal.paths import window_socket
from ui.first_window import TOKEN, FirstWindow, Standing, ask, raise_first

ROOT = Path(__file__).parents[2]
# Says what came of its asking. With "stay" it is the first window until its input ends.
OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.first_window import FirstWindow, Standing, raise_first
app = QCoreApplication([])
place = Path(sys.argv[1])
if sys.argv[2] == "ask":
    print(raise_first(place), flush=True)
else:
    first = FirstWindow()
    print(first.stand(place).name, flush=True)
    sys.stdin.read()
"""


def start(place, act, **environment):
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, place, act],
        cwd=ROOT,
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said_by(child):
    """What a child says in the end, while our window goes on."""
    loop, said = QEventLoop(), []

    def wait():
        said.append(child.communicate(timeout=30)[0].strip())

    waiting = threading.Thread(target=wait)
    waiting.start()
    timer = QTimer()
    timer.timeout.connect(lambda: waiting.is_alive() or loop.quit())
    timer.start(5)
    loop.exec()
    waiting.join()
    return said[0]


def swapped_for_a_link(folder):
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to("elsewhere")


@pytest.fixture
def place():
    """The socket of a journal, at a place with a short name, as sockets need it."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made) / "run" / "1-a.socket"


@pytest.fixture
def first(qtbot, place):
    made = FirstWindow()
    made.tokens = []
    made.raised.connect(made.tokens.append)
    assert made.stand(place) is Standing.FIRST
    yield made
    made.close()


def test_a_second_start_raises_the_first(first, place):
    assert place.exists()
    assert said_by(start(place, "ask", **{TOKEN: "a right to come up"})) == "True"
    assert first.tokens == ["a right to come up"]


def test_two_starts_at_once_end_as_one_first_and_one_second(qtbot, first, place):
    assert said_by(start(place, "stay")) == "SECOND"
    assert first.tokens == [""]


def test_another_journal_has_a_first_window_of_its_own(first, place):
    assert said_by(start(place.with_name("1-b.socket"), "stay")) == "FIRST"
    assert not first.tokens


def test_only_the_person_can_reach_it(first, place):
    for path in (place.parent, place):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_after_a_kill_the_next_start_is_the_first(qtbot, place):
    for _round in range(5):
        child = start(place, "stay")
        assert child.stdout.readline() == "FIRST\n"
        child.kill()
        child.communicate()
        assert place.exists()
        assert not raise_first(place)
    made = FirstWindow()
    assert made.stand(place) is Standing.FIRST
    made.close()
    assert not place.exists()


def test_a_file_in_its_place_keeps_nobody_out(qtbot, place):
    place.parent.mkdir()
    place.write_text("4242\n")
    assert not raise_first(place)
    made = FirstWindow()
    assert made.stand(place) is Standing.FIRST
    made.close()


def test_a_window_that_does_not_answer_is_left_alone(qtbot, place, monkeypatch):
    monkeypatch.setattr("ui.first_window.ANSWER_MS", 50)
    place.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(place))
        silent.listen()
        assert FirstWindow().stand(place) is Standing.ALONE
        assert place.exists()
        assert not raise_first(place)


def test_a_folder_that_cannot_be_made_costs_only_the_raising(qtbot, tmp_path):
    (tmp_path / "file").write_text("")
    assert FirstWindow().stand(tmp_path / "file" / "run" / "1-a.socket") is Standing.ALONE


def test_where_there_is_no_journal_there_is_no_first_window(qtbot):
    assert FirstWindow().stand(None) is Standing.ALONE


def test_whoever_holds_the_place_and_stops_keeps_nobody_out(qtbot, place, monkeypatch):
    monkeypatch.setattr("ui.first_window.TRY_S", 0.001)
    place.parent.mkdir()
    handle = os.open(place.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    assert FirstWindow().stand(place) is Standing.ALONE
    os.close(handle)


@pytest.mark.parametrize(
    ("sent", "tokens"),
    [(b"\n", [""]), (b"\xff\x00\n", [""]), (b"no end", []), (b"a" * 9_000 + b"\n", [])],
)
def test_a_stranger_gets_no_further_than_the_window_coming_up(first, place, sent, tokens):
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(place))
        stranger.sendall(sent)
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
    assert first.tokens == tokens
    assert said_by(start(place, "ask")) == "True"


def test_asking_twice_to_stand_changes_nothing_and_a_new_place_moves_it(first, place):
    assert first.stand(place) is Standing.FIRST
    other = place.with_name("1-b.socket")
    assert first.stand(other) is Standing.FIRST
    assert (place.exists(), other.exists()) == (False, True)


@pytest.fixture
def far(place):
    """The socket of a journal, at a place with a name that is too long for sockets."""
    return place.parent.joinpath(*["a folder with a long name"] * 6, "1-a.socket")


def test_at_a_place_with_too_long_a_name_a_second_start_raises_the_first_too(qtbot, far):
    made = FirstWindow()
    made.tokens = []
    made.raised.connect(made.tokens.append)
    assert made.stand(far) is Standing.FIRST
    assert said_by(start(far, "stay")) == "SECOND"
    assert made.tokens == [""]
    assert said_by(start(far.with_name("1-b.socket"), "stay")) == "FIRST"
    made.close()
    assert ask(far) is None


@pytest.mark.parametrize("spoil", [lambda one: one.chmod(0o755), swapped_for_a_link])
def test_a_short_place_that_others_can_reach_is_not_used(qtbot, far, tmp_path, monkeypatch, spoil):
    monkeypatch.setattr("ui.first_window.SHORT", tmp_path)
    folder = tmp_path / f"ally-journal-{os.getuid()}"
    folder.mkdir(mode=0o700)
    spoil(folder)
    assert FirstWindow().stand(far) is Standing.ALONE
    assert ask(far) is None
    assert not list(folder.iterdir())


def test_a_journal_has_one_socket_by_whatever_way_it_is_reached(tmp_path):
    folder, link = tmp_path / "Fern.ally", tmp_path / "link"
    assert window_socket(folder) is None
    folder.mkdir()
    link.symlink_to(folder)
    assert window_socket(link) == window_socket(folder) != window_socket(tmp_path)


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_folder_that_others_may_write_to_is_not_used(qtbot, place, mode):
    place.parent.mkdir()
    place.parent.chmod(mode)
    first = FirstWindow()
    assert first.stand(place) is Standing.ALONE
    assert ask(place) is None
    assert not any(place.parent.iterdir())
