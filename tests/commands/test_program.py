import os
import subprocess
import sys
from pathlib import Path

import pytest

from ally_journal.commands.names import NAMES
from ally_journal.commands.program import program

ROOT = Path(__file__).resolve().parents[2]


def started(*arguments, **environment):
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_command_has_help(empty, name):
    words = (name, "--help") if name != "habit" else (name, "x", "mark", "--help")
    said = empty.bare(*words)
    assert said.code == 0
    assert said.out.startswith("Usage: ")


@pytest.mark.parametrize("words", [("gather", "x"), ("list",), ("list", "x", "--colour"), ()])
def test_wrong_usage_is_told_apart(empty, words):
    said = empty.bare(*words)
    assert said.code == 2
    assert "Usage" in said.err + said.out


def test_a_bug_is_one_sentence_without_its_text(empty):
    def stumble(_folder):
        text = "what Fern said"
        raise RuntimeError(text)

    empty.with_demo(stumble)
    said = empty.bare("demo", "--to", "x")
    assert said.code == 1
    assert "RuntimeError in test_program.py:" in said.err
    assert "Fern" not in said.err


def test_letters_that_the_locale_lacks_do_not_end_it():
    done = started("practices", "catch", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_reader_that_goes_away_ends_it_quietly():
    command = [sys.executable, "main.py", "practices", "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        child.stdout.close()
        assert child.wait(60) == 1
        assert child.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_result_that_cannot_be_written_is_one_sentence():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "practices", "--json"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"The result could not be written to where it was sent.\n"


def test_without_a_screen_one_sentence_names_the_demonstration():
    done = started("x.ally", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert b"make demo" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", ["practices", "new made --passphrase-file -"])
def test_a_closed_output_is_told_before_anything_is_made(tmp_path, words):
    command = f'echo birch | "{sys.executable}" "{ROOT / "main.py"}" {words} >&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert not any(tmp_path.iterdir())


def test_what_could_steer_a_terminal_is_taken_out_of_a_message(empty):
    said = empty.bare("practices", "moss\x1b]0;ivy\x07")
    assert said.code == 1
    assert "\x1b" not in said.err


def test_a_place_that_may_not_be_read_is_no_wrong_usage():
    command = program.commands["list"]
    assert not next(one.type.readable for one in command.params if one.name == "journal")


@pytest.mark.parametrize("words", ["new made --passphrase-file -", "write made free --answers -"])
def test_a_closed_input_is_a_file_that_cannot_be_read(tmp_path, words):
    command = f'"{sys.executable}" "{ROOT / "main.py"}" {words} <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert b"cannot be read" in done.stderr
