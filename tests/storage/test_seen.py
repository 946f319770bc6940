import json

import pytest

from ally_journal.storage.seen import NAME, Seen, expect_copy, forget, look, note


def test_what_was_noted_is_known(tmp_path):
    state = tmp_path / "not" / "there"
    note(state, "fern", Seen(7, is_open=True))
    note(state, "moss", Seen(3))
    assert look(state, "fern") == Seen(7, is_open=True)
    assert look(state, "moss") == Seen(3)


def test_of_another_vault_nothing_is_known(tmp_path):
    assert look(tmp_path, "fern") == Seen(0, is_open=False)


def test_what_is_forgotten_is_not_known(tmp_path):
    note(tmp_path, "fern", Seen(7))
    forget(tmp_path, "fern")
    forget(tmp_path, "moss")
    assert look(tmp_path, "fern") == Seen()


def test_a_copy_made_on_purpose_is_measured_by_itself(tmp_path):
    here, there, link = tmp_path / "here", tmp_path / "there", tmp_path / "link"
    link.symlink_to(there)
    note(tmp_path, "fern", Seen(7), here)
    expect_copy(tmp_path, "fern", there)
    note(tmp_path, "fern", Seen(3), link)
    # Wherever else it stands, it is the same vault as ever.
    assert [look(tmp_path, "fern", one).counter for one in (here, there, None)] == [7, 3, 7]


def test_a_copy_that_is_forgotten_leaves_what_is_known_of_the_vault(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    note(tmp_path, "fern", Seen(7), here)
    expect_copy(tmp_path, "fern", there)
    note(tmp_path, "fern", Seen(3), there)
    forget(tmp_path, "fern", there)
    assert [look(tmp_path, "fern", one).counter for one in (here, there)] == [7, 0]


def test_it_is_for_its_owner_alone_and_leaves_nothing_beside_it(tmp_path):
    note(tmp_path, "fern", Seen(7))
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"fern": 7}', '{"fern": {"counter": "7", "open": 1}}', "[" * 100_000, "\xff"],
)
def test_what_cannot_be_read_is_as_good_as_nothing(tmp_path, content):
    (tmp_path / NAME).write_bytes(content.encode("latin-1"))
    assert look(tmp_path, "fern") == Seen()
    note(tmp_path, "fern", Seen(7))
    assert look(tmp_path, "fern") == Seen(7)


def test_where_nothing_can_be_written_nothing_happens(tmp_path):
    (tmp_path / "file").touch()
    note(tmp_path / "file", "fern", Seen(7))
    (tmp_path / NAME).mkdir()
    note(tmp_path, "fern", Seen(7))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", NAME]


def test_it_holds_ids_and_figures_and_nothing_else(tmp_path):
    note(tmp_path, "fern", Seen(7))
    assert json.loads((tmp_path / NAME).read_text()) == {"fern": {"counter": 7, "open": False}}
