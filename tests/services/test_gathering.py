from ally_journal.formats.tables import TABLES
from ally_journal.services import gathering
from ally_journal.storage import entries


def whole(journal):
    return {name: list(rows) for name, rows in gathering.whole(journal._vault)}


def test_every_section_is_there_in_its_order(journal):
    assert [name for name, _ in gathering.whole(journal._vault)] == list(TABLES)


def test_rows_inside_rows_stand_with_their_owner(journal):
    entry, _ = journal.writing.write("debrief", {"facts": "A call", "who": ["Wren"]})
    journal.writing.set_tags(entry.id, ("repair",))
    journal.writing.add_note(entry.id, "later")
    (row,) = whole(journal)["entries"]
    assert [one["step"] for one in row["answers"]] == ["facts", "who"]
    assert [one["tag"] for one in row["tags"]] == ["repair"]
    assert [one["text"] for one in row["notes"]] == ["later"]
    assert [one["name"] for one in row["people"]] == ["Wren"]


def test_every_row_comes_once_and_in_the_order_of_time(journal, monkeypatch):
    monkeypatch.setattr("ally_journal.storage.records.CHUNK", 3)
    for number in range(8):
        journal.writing.write("free", {"page": f"page {number}"})
    pages = [row["answers"][0]["value"] for row in whole(journal)["entries"]]
    assert pages == [f'"page {number}"' for number in range(8)]


def test_chosen_entries_bring_their_people_and_promises_and_no_others(journal):
    plan = {"wish": "Ask first"}
    one, _ = journal.writing.write("plan", plan)
    journal.writing.write("plan", plan)
    other, _ = journal.writing.write("debrief", {"facts": "A call", "who": ["Wren"]})
    keys = [entries.key_of(journal._vault, entry.id) for entry in (one, other)]
    held = {name: list(rows) for name, rows in gathering.chosen(journal._vault, keys)}
    assert [row["id"] for row in held["entries"]] == [one.id, other.id]
    assert [row["name"] for row in held["people"]] == ["Wren"]
    assert [row["entry"] for row in held["promises"]] == [one.id]


def test_nothing_chosen_is_nothing_gathered(journal):
    journal.writing.write("free", {"page": "moss"})
    assert not any(list(rows) for _, rows in gathering.chosen(journal._vault, []))
