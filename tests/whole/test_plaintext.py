"""Whatever is written stands nowhere readable: not on the disk, in shared memory or in messages."""

from __future__ import annotations

import base64

import pytest

from tests.whole.canaries import CANARIES, PASSPHRASE, found_in, left_behind

WORDS = [*CANARIES.values(), PASSPHRASE]
WORD = CANARIES["answer"]
SPOKEN = {
    "command_session": [],  # its stdout is meant to be read
    "journal_session": WORDS,
    "window_session": WORDS,
}


def test_a_session_leaves_no_readable_word_behind(sandbox, session):
    done = sandbox.run(session)
    assert done.code == 0, done.err.decode()
    assert sandbox.journal.is_dir()
    assert left_behind(sandbox.watched, WORDS) == []
    assert [
        one for path in sandbox.new_in_shared_memory() for one in left_behind([path], WORDS)
    ] == []
    assert found_in(done.err, WORDS) == []
    assert found_in(done.out, SPOKEN[session.rpartition(".")[2]]) == []


def test_what_was_written_does_stand_in_the_exports(sandbox):
    """Else the session would not have written what the others look for."""
    sandbox.run("tests.whole.journal_session")
    held = (sandbox.exports / "out.json").read_bytes()
    told = {"discarded", "searched", "typed", "pause"}  # not in it, or not as written
    assert set(found_in(held, WORDS)) >= {
        word for slot, word in CANARIES.items() if slot not in told
    }


@pytest.mark.parametrize(
    "content",
    [
        WORD.encode(),
        WORD.upper().encode(),
        b"\xff" + WORD.encode("utf-16-le"),
        WORD.lower().encode("utf-16-be"),
        base64.b64encode(b"x" + WORD.encode() + b"yz"),
        base64.b64encode(b"xy" + WORD.encode() + b"zzz"),
        base64.b64encode(b"xyz" + WORD.encode() + b"z"),
    ],
)
def test_the_search_finds_a_word_in_every_encoding(content, tmp_path):
    (tmp_path / "planted").write_bytes(b"\0\1" + content + b"\2")
    assert left_behind([tmp_path], [WORD]) == [f"{tmp_path / 'planted'}: {WORD}"]


def test_the_search_looks_at_names_too(tmp_path):
    (tmp_path / WORD).mkdir()
    assert left_behind([tmp_path], [WORD])
    assert not left_behind([tmp_path], [CANARIES["note"]])
