import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.errors import DamagedHeader, NewerVersion
from ally_journal.storage.header import PASS, RECOVERY, new_header, spelled
from ally_journal.storage.header_file import (
    COPY,
    LONGEST,
    MAIN,
    Found,
    Unreadable,
    dump,
    parse,
    read_header,
    write_header,
)
from ally_journal.storage.keys import KdfCost
from tests.pace import paced

CHEAP = KdfCost(19 * 1024, 1, 1)
ROOT = b"r" * 32
HEADER = (
    new_header("0195512f-2a80-7000-8000-000000000000")
    .with_slot(PASS, b"fern", CHEAP, ROOT)
    .with_slot(RECOVERY, b"moss", CHEAP, ROOT)
)
CONTENT = dump(HEADER)


def forged(**changes):
    """The header with other values and a right checksum."""
    body = {k: v for k, v in json.loads(CONTENT).items() if k != "check"} | changes
    check = hashlib.sha256(spelled(body)).hexdigest()
    return spelled(body | {"check": check}) + b"\n"


def slot(**changes):
    return json.loads(CONTENT)["slots"][0] | changes


def cost(**figures):
    return {"lanes": 1, "memory": 19456, "passes": 1} | figures


def test_what_is_written_is_read():
    assert parse(CONTENT) == HEADER
    assert parse(forged()) == HEADER


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_noticed(at, mask):
    changed = bytearray(CONTENT)
    changed[at] ^= mask
    with pytest.raises(Unreadable):
        parse(bytes(changed))


@given(st.integers(0, len(CONTENT) - 1))
def test_a_header_cut_short_is_noticed(length):
    with pytest.raises(Unreadable):
        parse(CONTENT[:length])


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_else_is_no_header(content):
    with pytest.raises(Unreadable):
        parse(content)


@pytest.mark.parametrize(
    "content",
    [
        CONTENT + b" " * LONGEST,
        b"[" * LONGEST,
        b"{}\n",
        b"[]\n",
        b"null\n",
        b'"fern"\n',
        b'{"version":1,"version":1}\n',
        b'{"version":NaN}\n',
        b'{"version":1.5}\n',
        b'{"version":' + b"9" * 5000 + b"}\n",
        json.dumps(json.loads(CONTENT), indent=1).encode(),
    ],
)
def test_only_canonical_json_is_read(content):
    with pytest.raises(Unreadable):
        parse(content)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "other"},
        {"version": "1"},
        {"version": 0},
        {"id": 7},
        {"id": "fern"},
        {"generation": 0},
        {"generation": "3"},
        {"salt": "00"},
        {"salt": "zz" * 16},
        {"salt": None},
        {"slots": []},
        {"slots": {}},
        {"slots": ["fern"]},
        {"slots": [slot(), slot()]},
        {"slots": [slot(kind=f"k{i}") for i in range(9)]},
        {"slots": [slot(kdf="pbkdf2")]},
        {"slots": [slot(more=1)]},
        {"slots": [slot(sealed="00")]},
        {"code": ""},
        {"more": 1},
    ],
)
def test_a_header_with_a_right_checksum_and_wrong_values_is_refused(changes):
    with pytest.raises(Unreadable):
        parse(forged(**changes))


@pytest.mark.parametrize(
    "figures",
    [
        {"memory": 2**40},
        {"memory": 1024},
        {"memory": -1},
        {"passes": 2**31},
        {"passes": 0},
        {"lanes": 0},
        {"lanes": "4"},
        {"lanes": None},
    ],
)
def test_a_cost_that_would_stop_the_machine_is_refused_at_once(figures):
    with paced() as taken, pytest.raises(Unreadable):
        parse(forged(slots=[slot(cost=cost(**figures))]))
    assert taken.seconds < 0.05


def test_a_later_version_is_named(tmp_path):
    (tmp_path / MAIN).write_bytes(forged(version=2, shape="unknown"))
    write_header(tmp_path / ".", HEADER)
    (tmp_path / MAIN).write_bytes(forged(version=2, shape="unknown"))
    with pytest.raises(NewerVersion):
        read_header(tmp_path)


def test_both_files_are_written(tmp_path):
    write_header(tmp_path, HEADER)
    assert (tmp_path / MAIN).read_bytes() == (tmp_path / COPY).read_bytes() == CONTENT
    assert sorted(path.name for path in tmp_path.iterdir()) == [MAIN, COPY]
    assert not read_header(tmp_path).stale


@pytest.mark.parametrize("spoil", [b"", b"{", CONTENT[:-9], None])
def test_the_copy_stands_in_for_a_main_file_that_is_not_whole(tmp_path, spoil):
    write_header(tmp_path, HEADER)
    (tmp_path / MAIN).unlink()
    if spoil is not None:
        (tmp_path / MAIN).write_bytes(spoil)
    found = read_header(tmp_path)
    assert (found.header, found.stale) == (HEADER, True)


def test_a_copy_of_another_generation_is_stale_and_not_read(tmp_path):
    write_header(tmp_path, HEADER)
    later = HEADER.with_slot(PASS, b"ivy", CHEAP, ROOT)
    (tmp_path / MAIN).write_bytes(dump(later))
    found = read_header(tmp_path)
    assert (found.header, found.stale) == (later, True)


def test_without_any_whole_file_the_header_is_damaged(tmp_path):
    (tmp_path / MAIN).mkdir()
    (tmp_path / COPY).write_bytes(b"fern")
    with pytest.raises(DamagedHeader):
        read_header(tmp_path)


@pytest.mark.parametrize("names", [(MAIN,), (MAIN, COPY)])
def test_a_later_version_that_checks_itself_otherwise_is_named_too(tmp_path, names):
    write_header(tmp_path, HEADER)
    later = CONTENT.replace(b'"version":1', b'"version":12')
    for name in names:
        (tmp_path / name).write_bytes(later)
    with pytest.raises(NewerVersion):
        read_header(tmp_path)
    assert (tmp_path / MAIN).read_bytes() == later


def test_one_damaged_byte_in_the_version_is_no_later_version(tmp_path):
    write_header(tmp_path, HEADER)
    (tmp_path / MAIN).write_bytes(CONTENT.replace(b'"version":1', b'"version":9'))
    assert read_header(tmp_path).header == HEADER


FOLLOWING = (
    new_header(HEADER.id, HEADER.generation)
    .with_slot(PASS, b"fern", CHEAP, b"n" * 32)
    .with_slot(RECOVERY, b"moss", CHEAP, b"n" * 32)
)


def test_the_header_to_come_stands_beside_todays(tmp_path):
    write_header(tmp_path, HEADER, FOLLOWING)
    assert read_header(tmp_path) == Found(HEADER, stale=False, following=FOLLOWING)
    assert len((tmp_path / MAIN).read_bytes()) < LONGEST
    write_header(tmp_path, FOLLOWING)
    assert read_header(tmp_path) == Found(FOLLOWING, stale=False)


def test_a_backup_never_holds_two_headers():
    with pytest.raises(Unreadable):
        parse(dump(HEADER, FOLLOWING))


@pytest.mark.parametrize("following", [None, {}, [], "fern", json.loads(CONTENT)])
def test_a_header_to_come_is_read_as_strictly(following, tmp_path):
    (tmp_path / MAIN).write_bytes(forged(next=following))
    with pytest.raises(DamagedHeader):
        read_header(tmp_path)
