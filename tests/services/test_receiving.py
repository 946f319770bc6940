"""What comes back: checked against what went out, kept once, beside the entries."""

import json
from dataclasses import replace

import pytest

from ally_journal.domain.packet import Remark, RemarkKind
from ally_journal.errors import Stopped
from ally_journal.formats.unsealing import open_reply
from ally_journal.packet_errors import NotAReply, OtherReply, PacketDamaged, ReplyTooLarge
from ally_journal.services import looking
from ally_journal.services.telling import retelling_of
from ally_journal.stopping import Stop
from ally_journal.storage import sent as sent_table
from tests.services.sharing_samples import choice, debrief, sent


@pytest.fixture
def entry(journal):
    return debrief(journal)


@pytest.fixture
def out(journal, entry, tmp_path):
    return sent(journal, tmp_path, choice(entry.id))


@pytest.fixture
def at(out):
    """The anchor of the paragraph that ends with “in the meeting.”"""
    return next(p.at for p in out.preview.pieces if "talked over" in p.redacted.source)


def label(out, name):
    return next(known.label for known in out.preview.cast.known if known.names[0] == name)


def edit(journal, entry, text):
    draft = journal.writing.edit(entry.id)
    journal.writing.keep(replace(draft, answers=draft.answers | {"facts": text}))


def test_labels_become_the_clients_own_names_again(journal, out, at, entry):
    text = f"What did {label(out, 'Juniper')}’s face do?"
    incoming = journal.receiving.look(out.reply(Remark(at, text)))
    (note,) = incoming.notes
    assert note.text == "What did Juniper’s face do?"
    assert note.then == "I talked over Juniper in the meeting."
    assert (note.entry, note.now, note.changed, note.gone) == (entry.id, note.then, False, False)
    assert (note.is_new, incoming.is_known, incoming.sent.label) == (True, False, "my coach")


def test_looking_keeps_nothing(journal, out, at, entry):
    journal.receiving.look(out.reply(Remark(at, "And then?")))
    assert journal.receiving.comments(entry.id) == ()


def test_comments_stand_beside_the_entry_and_never_in_it(journal, out, at, entry):
    before = journal.reading.entry(entry.id)
    incoming = journal.receiving.look(out.reply(Remark(at, "And then?", RemarkKind.QUESTION)))
    change = journal.receiving.keep(incoming)
    (comment,) = journal.receiving.comments(entry.id)
    assert change.entries == {entry.id}
    assert (comment.sender, comment.text, comment.kind) == ("Coach", "And then?", "question")
    assert (comment.at, comment.paragraph, comment.label) == (at, 2, "What happened?")
    assert journal.reading.entry(entry.id) == before
    assert journal.reading.find("then") == ()


def test_twice_received_changes_nothing(journal, out, at, entry):
    path = out.reply(Remark(at, "And then?"), practices=("plan",))
    incoming = journal.receiving.look(path)
    journal.receiving.keep(incoming)
    before = journal._vault.rows("SELECT * FROM comment"), journal.promises.inbox()
    again = journal.receiving.look(path)
    assert again.is_known
    for one in (incoming, again):
        assert journal.receiving.keep(one) == type(journal.receiving.keep(one))()
    assert (journal._vault.rows("SELECT * FROM comment"), journal.promises.inbox()) == before


def test_suggested_practices_land_in_the_inbox_once(journal, out):
    incoming = journal.receiving.look(out.reply(practices=("plan", "none_such", "plan")))
    assert [(one.id, one.known) for one in incoming.practices] == [
        ("plan", True),
        ("none_such", False),
    ]
    journal.receiving.keep(incoming)
    ((row, practice, _carry),) = journal.promises.inbox()
    assert practice == "plan"
    journal.promises.settle_inbox(row)
    journal.receiving.keep(incoming)
    assert journal.promises.inbox() == ()


def test_a_remark_on_the_whole_stays_with_the_packet(journal, out, entry):
    journal.receiving.keep(journal.receiving.look(out.reply(Remark("", "Thank you"))))
    assert journal.receiving.comments(entry.id) == ()
    (comment,) = journal.receiving.of_sent(out.row.id)
    assert (comment.text, comment.entry, comment.at) == ("Thank you", None, "")
    assert journal.sharing.sent()[0].replies == 1


def test_an_edit_since_then_is_shown(journal, out, at, entry):
    edit(
        journal,
        entry,
        "A day.\n\nI talked over Juniper in the long meeting.\n\nLater they told me.",
    )
    (note,) = journal.receiving.look(out.reply(Remark(at, "And then?"))).notes
    assert note.changed
    assert note.then == "I talked over Juniper in the meeting."
    assert note.now == "I talked over Juniper in the long meeting."


def test_a_paragraph_that_only_moved_is_not_changed(journal, out, at, entry):
    edit(journal, entry, "A new beginning.\n\nI talked over Juniper in the meeting.")
    (note,) = journal.receiving.look(out.reply(Remark(at, "And then?"))).notes
    assert (note.changed, note.now) == (False, note.then)


def test_a_paragraph_that_is_not_there_any_more_says_so(journal, out, at, entry):
    edit(journal, entry, "Moss grows here.\n\nLater Juniper and Larkspur told me.")
    (note,) = journal.receiving.look(out.reply(Remark(at, "And then?"))).notes
    assert (note.changed, note.now) == (True, None)


def test_somebody_renamed_since_has_the_name_of_today(journal, out, at):
    juniper = next(one for one in journal.people.all() if one.name == "Juniper")
    journal.people.rename(juniper.id, "Alder")
    text = f"And {label(out, 'Juniper')}?"
    (note,) = journal.receiving.look(out.reply(Remark(at, text))).notes
    assert (note.text, note.then) == ("And Alder?", "I talked over Alder in the meeting.")


def test_somebody_removed_since_has_no_name_anywhere_and_keeps_the_letter(journal, out, at):
    juniper = next(one for one in journal.people.all() if one.name == "Juniper")
    journal.people.remove(juniper.id)
    assert "Juniper" not in str(journal._vault.rows("SELECT * FROM sent"))
    (note,) = journal.receiving.look(out.reply(Remark(at, f"{label(out, 'Juniper')}?"))).notes
    assert note.text == f"{label(out, 'Juniper')}?"


def test_the_comment_on_an_entry_in_the_trash_is_kept_with_the_packet(journal, out, at, entry):
    journal.bin.move(entry.id)
    incoming = journal.receiving.look(out.reply(Remark(at, "And then?")))
    assert incoming.notes[0].gone
    journal.receiving.keep(incoming)
    (comment,) = journal.receiving.of_sent(out.row.id)
    assert (comment.text, comment.then) == ("And then?", "I talked over Juniper in the meeting.")
    assert comment.entry is None
    journal.bin.put_back(entry.id)
    assert [one.text for one in journal.receiving.comments(entry.id)] == ["And then?"]


def test_the_comment_on_an_entry_deleted_for_ever_is_kept_with_the_packet(journal, tmp_path, entry):
    other = debrief(journal, "Moss.")
    out = sent(journal, tmp_path, choice(entry.id, other.id))
    journal.bin.move(entry.id)
    journal.bin.delete_for_ever(entry.id)
    incoming = journal.receiving.look(out.reply(Remark("1.2.1", "And then?"), Remark("2", "Ah")))
    assert [(one.gone, one.entry) for one in incoming.notes] == [(True, None), (False, other.id)]
    journal.receiving.keep(incoming)
    assert [one.text for one in journal.receiving.of_sent(out.row.id)] == ["And then?", "Ah"]


def test_the_reply_to_another_packet_is_refused(journal, other, out, entry, tmp_path):
    theirs = sent(other, tmp_path, choice(debrief(other).id), "other.age")
    with pytest.raises(OtherReply):
        journal.receiving.look(theirs.reply(Remark("", "Hello"), name="theirs.age"))


@pytest.mark.parametrize(
    "wrong", [{"digest": "0" * 64}, {"packet": "0" * 8 + "-0000" * 3 + "-" + "0" * 12}]
)
def test_a_reply_that_names_something_else_is_refused(journal, out, wrong):
    with pytest.raises(OtherReply):
        journal.receiving.look(out.reply(Remark("", "Hello"), **wrong))


def test_a_place_that_the_packet_does_not_have_is_refused(journal, out, entry):
    with pytest.raises(PacketDamaged):
        journal.receiving.look(out.reply(Remark("", "Hello"), Remark("7.1.1", "Hello")))
    assert journal.receiving.of_sent(out.row.id) == ()


def test_what_is_no_reply_is_refused(journal, out, tmp_path):
    (tmp_path / "moss.txt").write_text("moss")
    with pytest.raises(NotAReply):
        journal.receiving.look(tmp_path / "moss.txt")


@pytest.mark.parametrize(
    "odd",
    [
        *({"anchor": one} for one in ("moss", "0", "9", "-1", "1.2", "1.9.9", "²", "9" * 5000)),
        {"kind": "moss"},
        {"paragraph": 700},
    ],
)
def test_odd_comments_that_were_brought_in_do_no_harm(journal, other, out, at, entry, odd):
    journal.receiving.keep(journal.receiving.look(out.reply(Remark(at, "And then?"))))
    journal.carrying.export("json", out.folder / "all.json")
    told = json.loads((out.folder / "all.json").read_text())
    told["comments"][0] |= odd
    (out.folder / "odd.json").write_text(json.dumps(told))
    other.carrying.import_json(out.folder / "odd.json")
    found = other.receiving.comments(entry.id)
    assert [one.text for one in found] == ([] if "kind" in odd else ["And then?"])
    assert found == other.receiving.of_sent(out.row.id)
    assert all(one.then == "" for one in found if "anchor" in odd)


def test_an_entry_that_went_for_ever_after_the_look_gets_no_comment(journal, tmp_path, entry):
    out = sent(journal, tmp_path, choice(entry.id, debrief(journal, "Moss.").id))
    incoming = journal.receiving.look(out.reply(Remark("1.2.1", "And then?")))
    journal.bin.move(entry.id)
    journal.bin.delete_for_ever(entry.id)
    assert journal.receiving.keep(incoming).entries == frozenset()
    assert journal._vault.rows("SELECT entry, text FROM comment") == [(None, "And then?")]


def test_a_packet_that_was_forgotten_after_the_look_keeps_nothing(journal, out, at, entry):
    incoming = journal.receiving.look(out.reply(Remark(at, "And then?")))
    journal.bin.move(entry.id)
    journal.bin.delete_for_ever(entry.id)
    with pytest.raises(OtherReply):
        journal.receiving.keep(incoming)
    assert journal._vault.rows("SELECT text FROM comment") == []


def test_a_lock_ends_the_look_at_many_remarks(journal, out, at):
    path = out.reply(*[Remark(at, "And then?")] * 50)
    assert len({id(one.told) for one in journal.receiving.look(path).notes}) == 1
    stop = Stop()
    opened = open_reply(path, [key for _id, key in sent_table.reply_keys(journal._vault)])
    stop.ask()
    retelling = retelling_of(journal.sharing._context, out.row.id)
    with pytest.raises(Stopped), stop.here():
        looking._notes(opened.reply, opened.digest, retelling)


def test_a_removed_comment_comes_back_by_undo_and_by_nothing_else(journal, out, at, entry):
    path = out.reply(Remark(at, "And then?"))
    journal.receiving.keep(journal.receiving.look(path))
    (comment,) = journal.receiving.comments(entry.id)
    assert journal.receiving.remove(comment.id).entries == {entry.id}
    assert journal.receiving.comments(entry.id) == ()
    assert journal._vault.rows("SELECT text FROM comment") == [("",)]
    journal.receiving.keep(journal.receiving.look(path))
    assert journal.receiving.comments(entry.id) == ()
    journal.receiving.put_back(comment.id)
    assert journal.receiving.comments(entry.id) == (comment,)


def test_removing_what_is_not_there_changes_nothing(journal):
    assert journal.receiving.remove("none").entries == frozenset()
    assert journal.receiving.put_back("none").entries == frozenset()


def test_a_reply_finds_its_journal_again_after_a_backup_was_put_back(journal, out, at, clock):
    backup = journal.back_up()
    path = out.reply(Remark(at, "And then?"))
    folder = journal.folder.with_name("Restored.ally")
    type(journal).restore(backup, folder)
    restored = type(journal).open(folder, "heron by the slow river", clock)
    try:
        assert restored.receiving.look(path).notes[0].text == "And then?"
    finally:
        restored.close()


def test_somebody_merged_since_is_who_they_were_merged_into(journal, out):
    juniper, larkspur = journal.people.all()
    text = f"And {label(out, 'Juniper')}?"
    path = out.reply(Remark("", text))
    before, _ = journal.people.merge(juniper.id, larkspur.id)
    assert journal.receiving.look(path).notes[0].text == "And Larkspur?"
    journal.people.put_back(before)
    assert journal.receiving.look(path).notes[0].text == "And Juniper?"


@pytest.mark.parametrize("keep_old", [True, False])
def test_a_short_paragraph_is_found_again_after_a_rename_and_an_edit(journal, tmp_path, keep_old):
    entry = debrief(journal, "A day.\n\nJuniper waited.\n\nIt was late.")
    out = sent(journal, tmp_path, choice(entry.id))
    at = next(p.at for p in out.preview.pieces if "waited" in p.redacted.source)
    juniper = next(one for one in journal.people.all() if one.name == "Juniper")
    journal.people.rename(juniper.id, "Alder", keep_old=keep_old)
    edit(journal, entry, "A day.\n\nJuniper left.\n\nIt was late.")
    (note,) = journal.receiving.look(out.reply(Remark(at, "And then?"))).notes
    assert (note.now, note.changed) == ("Juniper left.", True)


def test_remarks_on_the_whole_can_be_read_when_all_its_entries_are_gone(journal, out, at, entry):
    remarks = Remark("", "Thank you"), Remark(at, "And then?"), Remark("1", "Ah")
    journal.receiving.keep(journal.receiving.look(out.reply(*remarks)))
    journal.bin.move(entry.id)
    journal.bin.delete_for_ever(entry.id)
    (row,) = journal.sharing.sent()
    assert (row.id, row.entries, row.fields, row.has_packet) == (out.row.id, (), (), False)
    assert [one.text for one in journal.receiving.of_sent(row.id)] == ["Thank you"]
    assert journal._vault.rows("SELECT text FROM comment") == [("Thank you",)]
    assert journal._vault.one("SELECT packet, reply_key, pseudonyms, sources FROM sent") == (
        None, "", "{}", "{}",
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"practices": ("",)}, {"practices": ("../plan",)}, {"practices": ("x" * 61,)}],
)
def test_what_is_no_id_of_a_practice_cannot_be_in_a_reply(out, wrong):
    with pytest.raises(ReplyTooLarge):
        out.reply(Remark("", "Moss"), **wrong)


def test_a_reply_that_is_too_large_says_so_of_replies(journal, out, tmp_path):
    (tmp_path / "large.age").write_bytes(b"age-encryption.org/v1\n" + b"x" * (65 << 20))
    with pytest.raises(ReplyTooLarge):
        journal.receiving.look(tmp_path / "large.age")
