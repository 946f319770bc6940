"""What goes out: chosen, redacted, checked as finished, sealed and noted."""

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.packet import Remark
from ally_journal.domain.redaction_values import Cast, Correction, Known
from ally_journal.domain.share_fields import DEFAULT_FIELDS
from ally_journal.errors import (
    BadItem,
    DiskFull,
    ReadOnly,
    TargetExists,
    UnknownFormat,
    UnknownListItem,
)
from ally_journal.formats.age_file import new_key
from ally_journal.formats.packet_json import packet_bytes
from ally_journal.formats.unsealing import Secret, open_packet
from ally_journal.packet_errors import BadCoachKey, LeakFound, OtherReply, SharingNothing
from ally_journal.services import packing, sealing
from tests.services.sharing_samples import choice, debrief, sent


@pytest.fixture
def entry(journal):
    return debrief(journal)


def shown(preview) -> str:
    return packet_bytes(preview.packet).decode()


def test_people_go_out_under_letters_and_the_same_within_a_packet(journal, entry):
    preview = journal.sharing.preview(choice(entry.id))
    assert preview.packet.people == ("Person A", "Person B")
    assert "Juniper" not in shown(preview)
    assert preview.leaks == ()
    labels = {known.names[0]: known.label for known in preview.cast.known}
    assert f"{labels['Juniper']} and {labels['Larkspur']} told me" in shown(preview)


def test_another_chance_gives_other_letters(journal, entry):
    found = {
        known.label
        for seed in range(20)
        for known in journal.sharing.preview(choice(entry.id, seed=seed)).cast.known
        if known.names[0] == "Juniper"
    }
    assert found == {"Person A", "Person B"}


def test_a_draft_the_trash_and_what_never_leaves_cannot_be_chosen(journal, entry):
    draft = journal.writing.begin("catch", carry={"what": "moss"})
    journal.writing.save_draft(draft)
    trashed, never = debrief(journal, "ivy"), debrief(journal, "heather")
    journal.bin.move(trashed.id)
    journal.writing.set_sensitivity(never.id, Sensitivity.NEVER)
    wanted = choice(draft.id, trashed.id, never.id, "none", entry.id, entry.id)
    preview = journal.sharing.preview(wanted)
    assert (preview.entries, preview.left_out) == ((entry.id,), 4)


def test_what_never_leaves_stays_also_when_it_was_marked_after_the_preview(
    journal, entry, tmp_path
):
    preview = journal.sharing.preview(choice(entry.id))
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    with pytest.raises(SharingNothing):
        journal.sharing.seal(preview, tmp_path / "p.age", recipient=new_key().recipient)
    assert not (tmp_path / "p.age").exists()


def test_a_search_takes_those_marked_for_a_coach_or_where_none_is_all(journal, entry):
    private, _ = journal.writing.write("catch", {"what": "moss"})
    assert journal.sharing.searched() == (entry.id,)
    assert journal.sharing.searched(private=True) == (entry.id, private.id)
    assert journal.sharing.searched("moss") == (private.id,)


def test_what_a_search_leaves_is_counted(journal, entry):
    journal.writing.write("catch", {"what": "moss"})
    journal.writing.set_sensitivity(debrief(journal).id, Sensitivity.NEVER)
    assert journal.sharing.staying() == (1, 1)
    assert journal.sharing.staying(private=True) == (0, 1)
    assert journal.sharing.staying("moss") == (0, 0)


def test_rows_say_how_far_each_may_go(journal, entry):
    private, _ = journal.writing.write("catch", {"what": "moss"})
    never = debrief(journal, "heather")
    journal.writing.set_sensitivity(never.id, Sensitivity.NEVER)
    rows = {row.summary.id: (row.may_go, row.ticked) for row in journal.sharing.rows()}
    assert rows == {entry.id: (True, True), private.id: (True, False), never.id: (False, False)}


def test_nothing_of_the_journal_itself_goes_out(journal, entry, tmp_path):
    preview = sent(journal, tmp_path, choice(entry.id)).preview
    data = shown(preview)
    for inner in (entry.id, str(tmp_path), "18:42", "2026-03-12T", "Lisbon", "my coach"):
        assert inner not in data


def test_the_question_goes_out_and_is_redacted(journal, entry):
    preview = journal.sharing.preview(choice(entry.id, question="How do I tell Juniper's boss?"))
    assert preview.packet.question.startswith("How do I tell Person ")
    assert preview.piece("question").redacted.marks[0].was == "Juniper"


def test_what_is_sealed_is_what_was_looked_at(journal, entry, tmp_path):
    preview, key = journal.sharing.preview(choice(entry.id)), new_key()
    target = tmp_path / "packet.age"
    row = journal.sharing.seal(preview, target, recipient=key.recipient, label=" my\ncoach ")
    opened = open_packet(target, Secret(identities=(key.identity,)))
    assert (opened.packet, opened.digest) == (preview.packet, row.digest)
    assert row.entries == ((entry.id, entry.title or "Look back on a hard talk"),)
    assert journal.sharing.sent() == (row,)
    assert journal.sharing.sent_packet(row.id) == preview.packet
    assert row.label == "my coach"


def test_a_packet_can_be_prepared_without_the_journal(journal, entry, tmp_path):
    preview, key = journal.sharing.preview(choice(entry.id)), new_key()
    prepared = journal.sharing.prepare(preview, recipient=key.recipient)
    row = journal.sharing.seal(preview, tmp_path / "p.age", prepared=prepared)
    opened = open_packet(tmp_path / "p.age", Secret(identities=(key.identity,)))
    assert (opened.digest, row.digest) == (prepared.digest, prepared.digest)


def corrected(preview, at, word, act, **more):
    piece = preview.piece(at)
    start = piece.redacted.source.index(word)
    return Correction(piece.place, start, start + len(word), act, **more)


def first_paragraph(preview):
    return next(p.at for p in preview.pieces if "talked over" in p.redacted.source)


def test_a_word_blanked_by_hand_stays_so_when_the_choice_changes(journal, entry):
    other = debrief(journal, "Something about moss.")
    preview = journal.sharing.preview(choice(entry.id))
    blank = corrected(preview, first_paragraph(preview), "meeting", "blank")
    wanted = choice(other.id, entry.id, corrections=(blank,))
    data = shown(journal.sharing.preview(wanted))
    assert "meeting" not in data
    assert "█████" in data


def test_a_correction_never_lands_on_other_words(journal, entry):
    preview = journal.sharing.preview(choice(entry.id))
    blank = corrected(preview, first_paragraph(preview), "meeting", "blank")
    draft = journal.writing.edit(entry.id)
    journal.writing.keep(replace(draft, answers=draft.answers | {"facts": "I spoke first today."}))
    data = shown(journal.sharing.preview(choice(entry.id, corrections=(blank,))))
    assert "I spoke first today." in data


def test_a_name_that_was_kept_by_hand_passes_there(journal, tmp_path):
    entry = debrief(journal, "A day.\n\nThe juniper by the door. Juniper left.")
    preview = journal.sharing.preview(choice(entry.id))
    at = next(p.at for p in preview.pieces if "by the door" in p.redacted.source)
    keep = corrected(preview, at, "juniper", "keep")
    made = sent(journal, tmp_path, choice(entry.id, corrections=(keep,)))
    text = made.preview.piece(at).redacted.text
    assert text.startswith("The juniper by the door. Person")


def test_a_word_can_be_given_to_somebody_by_their_id(journal, entry):
    preview = journal.sharing.preview(choice(entry.id))
    at = first_paragraph(preview)
    juniper = next(one for one in preview.cast.known if one.names[0] == "Juniper")
    person = corrected(preview, at, "meeting", "person", label=juniper.person)
    after = journal.sharing.preview(choice(entry.id, corrections=(person,)))
    assert f"in the {juniper.label}" in after.piece(at).redacted.text


def test_a_misspelt_name_stops_the_packet_with_its_place(journal, tmp_path):
    entry = debrief(journal, "A day.\n\nI told Junipr about it.")
    preview = journal.sharing.preview(choice(entry.id))
    assert [leak.word for leak in preview.leaks] == ["Junipr"]
    with pytest.raises(LeakFound) as caught:
        sent(journal, tmp_path, choice(entry.id))
    assert caught.value.places[0].startswith("entry 1, What happened?")
    assert list(tmp_path.glob("*.age")) == []
    assert journal.sharing.sent() == ()


def test_what_was_let_through_passes(journal, tmp_path):
    entry = debrief(journal, "A day.\n\nI told Junipr about it.")
    made = sent(journal, tmp_path, choice(entry.id, allowed=frozenset({"junipr"})))
    assert "Junipr" in shown(made.preview)


def test_a_name_in_the_name_of_the_file_stops_the_packet(journal, entry, tmp_path):
    with pytest.raises(LeakFound) as caught:
        sent(journal, tmp_path, choice(entry.id), "for-juniper.age")
    assert caught.value.places == ("the file’s name",)


def test_somebody_who_is_not_in_the_packet_is_looked_for_too(journal, entry, tmp_path):
    journal.people.add("Bramble")
    with pytest.raises(LeakFound):
        sent(journal, tmp_path, choice(entry.id), "bramble.age")


def test_the_name_of_the_sender_is_looked_at(journal, entry, tmp_path):
    with pytest.raises(LeakFound) as caught:
        sent(journal, tmp_path, choice(entry.id, sender="Juniper"))
    assert caught.value.places == ("what you are called",)


def test_words_of_the_list_and_of_this_packet_are_blanked(journal):
    journal.sharing.set_words(["Mossworks", " ", "mossworks", "Team Heron"])
    assert journal.sharing.words() == ("mossworks", "Team Heron")
    entry = debrief(journal, "At Mossworks the Team Heron used Fernflow.")
    data = shown(journal.sharing.preview(choice(entry.id, blank=frozenset({"Fernflow"}))))
    assert "At █████ the █████ used █████." in data


def test_words_that_are_set_again_replace_those_before(journal):
    journal.sharing.set_words(["Mossworks", "Heron"])
    journal.sharing.set_words(["Heron", "Ivy"])
    assert journal.sharing.words() == ("Heron", "Ivy")
    with pytest.raises(BadItem):
        journal.sharing.set_words(["x" * 501])


def test_without_a_field_its_text_stays(journal, entry):
    wanted = replace(choice(entry.id), fields=DEFAULT_FIELDS)
    assert "meeting" not in shown(journal.sharing.preview(wanted))


@pytest.mark.parametrize("form", ["html", "markdown", "pdf"])
def test_an_open_form_is_checked_as_it_is_finished_and_noted(journal, entry, tmp_path, form):
    preview = journal.sharing.preview(choice(entry.id, sender="Fern"))
    target = tmp_path / "packet.out"
    row = journal.sharing.save_open(preview, form, target, label="paper")
    assert (row.format, row.replies, journal.sharing.sent()) == (form, 0, (row,))
    assert b"Juniper" not in target.read_bytes()
    leaky = journal.sharing.preview(choice(debrief(journal, "I told Junipr.").id))
    with pytest.raises(LeakFound):
        journal.sharing.save_open(leaky, form, tmp_path / "other.out")
    assert not (tmp_path / "other.out").exists()


@pytest.mark.parametrize("form", ["html", "markdown", "pdf"])
def test_an_open_form_says_nothing_in_its_name_and_has_no_key(journal, entry, tmp_path, form):
    preview = journal.sharing.preview(choice(entry.id))
    with pytest.raises(LeakFound) as caught:
        journal.sharing.save_open(preview, form, tmp_path / "juniper")
    assert caught.value.places == ("the file’s name",)
    journal.sharing.save_open(preview, form, tmp_path / "out", label=f" to  {'moss ' * 99}")
    assert journal._vault.one("SELECT reply_key, packet_id FROM sent") == ("", "")
    assert journal.sharing.sent()[0].label == f"to {'moss ' * 99}"[:200]


def test_the_finished_page_is_looked_at_and_so_is_the_json(journal, entry, tmp_path, monkeypatch):
    preview = journal.sharing.preview(choice(entry.id))
    leaky = journal.sharing.preview(choice(debrief(journal, "I told Junipr.").id))
    page = sealing.packet_page
    monkeypatch.setattr(
        sealing, "packet_page", lambda packet: page(packet) + "Juniper" * len(packet.entries)
    )
    for save in (
        lambda: journal.sharing.seal(preview, tmp_path / "out", recipient=new_key().recipient),
        lambda: journal.sharing.save_open(preview, "html", tmp_path / "out"),
    ):
        with pytest.raises(LeakFound) as caught:
            save()
        assert caught.value.places == ("the page",)
    monkeypatch.setattr(sealing, "packet_page", lambda _packet: "")
    with pytest.raises(LeakFound):
        journal.sharing.save_open(leaky, "html", tmp_path / "out")
    assert list(tmp_path.glob("out")) == []
    assert journal.sharing.sent() == ()


def test_the_log_knows_only_those_who_stand_in_what_went_out(journal, tmp_path):
    made = debrief(journal, "Juniper and Larkspur.", "Juniper", "Larkspur")
    seen = journal.sharing.preview(choice(made.id))
    keeps = tuple(
        Correction(piece.place, *mark.source, "keep")
        for piece in seen.pieces
        for mark in piece.redacted.marks
        if mark.was == "Larkspur"
    )
    sent(journal, tmp_path, choice(made.id, corrections=keeps))
    ((people,),) = journal._vault.rows("SELECT pseudonyms FROM sent")
    names = {one.id: one.name for one in journal.people.all()}
    assert [names[one] for one in json.loads(people).values()] == ["Juniper"]


def test_somebody_who_is_not_named_gets_a_letter_where_a_word_is_given_to_them(journal, entry):
    journal.people.add("Wren")
    wren = next(one for one in journal.people.all() if one.name == "Wren")
    piece = journal.sharing.preview(choice(entry.id)).piece("1.2.1")
    given = Correction(piece.place, 0, 5, "person", wren.id)
    preview = journal.sharing.preview(choice(entry.id, corrections=(given,)))
    label = next(one.label for one in preview.cast.known if one.person == wren.id)
    assert preview.piece("1.2.1").redacted.text.startswith(label)
    assert label in preview.packet.people


def test_a_letter_is_not_found_in_a_longer_one():
    cast = Cast((Known("1", ("Wren",), "Person A"), Known("2", ("Fern",), "Person AB")))
    assert packing._labels(cast, "Person AB came.") == ["Person AB"]
    assert packing._labels(cast, "Person A’s moss") == ["Person A"]


def test_a_journal_that_cannot_be_written_sends_nothing(journal, entry, tmp_path):
    journal._vault.read_only = True
    with pytest.raises(ReadOnly):
        sent(journal, tmp_path, choice(entry.id))
    assert list(tmp_path.glob("*.age")) == []


def test_an_unknown_form_is_refused(journal, entry, tmp_path):
    with pytest.raises(UnknownFormat):
        journal.sharing.save_open(journal.sharing.preview(choice(entry.id)), "doc", tmp_path / "x")


def test_an_empty_choice_shows_nothing_and_is_not_sealed(journal, tmp_path):
    preview = journal.sharing.preview(choice())
    assert preview.packet.entries == ()
    with pytest.raises(SharingNothing):
        journal.sharing.seal(preview, tmp_path / "p.age", recipient=new_key().recipient)


def test_a_file_that_stands_there_stays_and_nothing_is_noted(journal, entry, tmp_path):
    (tmp_path / "packet.age").write_bytes(b"moss")
    with pytest.raises(TargetExists):
        sent(journal, tmp_path, choice(entry.id))
    assert (tmp_path / "packet.age").read_bytes() == b"moss"
    assert journal.sharing.sent() == ()


def test_a_packet_that_cannot_be_noted_does_not_stand(journal, entry, tmp_path, monkeypatch):
    whole = journal._vault.atomic

    @contextmanager
    def full():
        with whole() as tx:
            yield tx
            raise DiskFull

    monkeypatch.setattr(journal._vault, "atomic", full)
    with pytest.raises(DiskFull):
        sent(journal, tmp_path, choice(entry.id))
    assert list(tmp_path.glob("*.age")) == []


def test_coaches_are_kept_by_their_keys(journal):
    key, other = new_key().recipient, new_key().recipient
    row, _ = journal.sharing.add_coach("Ivy", f" {key.upper()}\n")
    again, _ = journal.sharing.add_coach("Ivy, Tuesdays", key)
    journal.sharing.add_coach("Alder", other)
    assert (row.id, row.public) == (again.id, key)
    assert [one.label for one in journal.sharing.coaches()] == ["Alder", "Ivy, Tuesdays"]
    journal.sharing.remove_coach(row.id)
    assert [one.label for one in journal.sharing.coaches()] == ["Alder"]
    with pytest.raises(UnknownListItem):
        journal.sharing.remove_coach(row.id)


def test_what_is_no_key_is_refused(journal):
    with pytest.raises(BadCoachKey):
        journal.sharing.add_coach("Ivy", "age1moss")


def test_an_entry_deleted_for_ever_leaves_what_went_out_without_its_words(journal, entry, tmp_path):
    other = debrief(journal, "The other one is about moss.")
    row = sent(journal, tmp_path, choice(entry.id, other.id)).row
    journal.bin.move(entry.id)
    assert journal.sharing.sent()[0].entries[0] == (entry.id, None)
    journal.bin.delete_for_ever(entry.id)
    packet = journal.sharing.sent_packet(row.id)
    assert [len(one.parts) > 0 for one in packet.entries] == [False, True]
    assert "meeting" not in json.dumps(journal._vault.rows("SELECT packet, sources FROM sent"))
    journal.bin.move(other.id)
    journal.bin.delete_for_ever(other.id)
    assert journal.sharing.sent() == ()
    assert journal._vault.one("SELECT packet, reply_key, sources FROM sent") == (None, "", "{}")


@pytest.mark.parametrize("odd", ["7", "{}", '{"entries": 7}', '{"entries": [7]}'])
def test_odd_packets_that_were_brought_in_do_no_harm(journal, entry, tmp_path, odd):
    other = debrief(journal, "Moss.")
    row = sent(journal, tmp_path, choice(entry.id, other.id)).row
    with journal._vault.atomic() as tx:
        tx.run("UPDATE sent SET packet = ?", (odd,))
    assert journal.sharing.sent_packet(row.id) is None
    journal.bin.move(entry.id)
    journal.bin.delete_for_ever(entry.id)
    assert journal.sharing.sent()[0].entries == ((other.id, "Moss."),)


def test_what_went_out_of_an_entry_that_never_leaves_now_is_in_no_export(journal, entry, tmp_path):
    made = sent(journal, tmp_path, choice(entry.id))
    place = next(one.at for one in made.preview.pieces if "talked over" in one.redacted.source)
    journal.receiving.keep(journal.receiving.look(made.reply(Remark(place, "Marmalade"))))
    journal.writing.set_sensitivity(entry.id, Sensitivity.NEVER)
    journal.carrying.export("json", tmp_path / "all.json")
    told = (tmp_path / "all.json").read_text()
    assert "talked over" not in told
    assert "Marmalade" not in told
    (row,) = json.loads(told)["sent"]
    assert (row.get("packet"), row["sources"]) == (None, {})
    assert "talked over" in shown(
        replace(made.preview, packet=journal.sharing.sent_packet(made.row.id))
    )


def test_an_export_brings_the_log_into_another_journal_without_the_secret(
    journal, other, entry, tmp_path
):
    other.people.add("Juniper")
    made = sent(journal, tmp_path, choice(entry.id))
    journal.carrying.export("json", tmp_path / "all.json")
    assert "AGE-SECRET" not in (tmp_path / "all.json").read_text()
    other.carrying.import_json(tmp_path / "all.json")
    assert other.sharing.sent() == journal.sharing.sent()
    assert other.sharing.sent_packet(made.row.id) == made.preview.packet
    ((known,),) = other._vault.rows("SELECT pseudonyms FROM sent")
    assert {one.id for one in other.people.all()} == set(json.loads(known).values())
    with pytest.raises(OtherReply):
        other.receiving.look(made.reply())
