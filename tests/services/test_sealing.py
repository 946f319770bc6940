"""The order in which a packet is noted and stands, and what is left where something breaks off."""

import pytest

from ally_journal.domain.packet import Remark
from ally_journal.errors import DiskFull, TargetUnwritable
from ally_journal.formats import target as target_file
from ally_journal.formats.age_file import new_key
from ally_journal.services import sealing
from ally_journal.storage import sent as sent_table
from tests.services.sharing_samples import Sent, choice, debrief


@pytest.fixture
def preview(journal):
    return journal.sharing.preview(choice(debrief(journal).id))


def seal(journal, preview, folder, **more):
    key = new_key().recipient
    return journal.sharing.seal(preview, folder / "packet.age", recipient=key, **more)


def broken(error):
    def breaks(*_args, **_named):
        raise error

    return breaks


def left(journal, folder):
    """What stands in the folder, and how many lines the log has."""
    return sorted(one.name for one in folder.iterdir()), len(journal.sharing.sent())


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.mark.parametrize("error", [KeyboardInterrupt(), DiskFull()])
@pytest.mark.parametrize(
    ("place", "name"),
    [
        (sealing, "_on_the_disk"),
        (sent_table, "add"),
        (sealing.sent_log, "row_of"),
        (target_file, "_put"),
    ],
)
def test_where_it_breaks_off_neither_file_nor_line_is_left(
    journal, preview, folder, monkeypatch, place, name, error
):
    monkeypatch.setattr(place, name, broken(error))
    with pytest.raises(type(error)):
        seal(journal, preview, folder)
    monkeypatch.undo()
    assert left(journal, folder) == ([], 0)


def test_a_name_that_cannot_be_given_takes_the_line_back(journal, preview, folder, monkeypatch):
    monkeypatch.setattr(target_file, "_put", broken(OSError(5, "moss")))
    with pytest.raises(TargetUnwritable):
        seal(journal, preview, folder)
    assert left(journal, folder) == ([], 0)


def test_what_breaks_off_once_the_file_stands_leaves_both(journal, preview, folder, monkeypatch):
    monkeypatch.setattr(target_file, "_settle", broken(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        seal(journal, preview, folder)
    assert left(journal, folder) == (["packet.age"], 1)


def test_what_stood_there_stays_where_it_breaks_off(journal, preview, folder, monkeypatch):
    (folder / "packet.age").write_bytes(b"moss")
    monkeypatch.setattr(target_file, "_put", broken(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        seal(journal, preview, folder, replace=True)
    assert left(journal, folder) == (["packet.age"], 0)
    assert (folder / "packet.age").read_bytes() == b"moss"


def test_the_line_and_its_key_stand_before_the_file_does(journal, preview, folder, monkeypatch):
    put, seen = target_file._put, []

    def putting(part, path, *, replace):
        seen.append((part.stat().st_size > 0, path.exists(), left(journal, folder)[1]))
        seen.append(sent_table.reply_keys(journal._vault)[0][1])
        put(part, path, replace=replace)

    monkeypatch.setattr(target_file, "_put", putting)
    seal(journal, preview, folder)
    assert seen == [(True, False, 1), preview.reply_identity]


def test_a_line_whose_file_never_stood_does_no_harm(journal, preview, folder, monkeypatch):
    monkeypatch.setattr(target_file, "_put", broken(KeyboardInterrupt()))
    monkeypatch.setattr(sealing, "_take_back", lambda *_args: None)
    with pytest.raises(KeyboardInterrupt):
        seal(journal, preview, folder)
    monkeypatch.undo()
    row = seal(journal, journal.sharing.preview(preview.choice), folder)
    assert len(journal.sharing.sent()) == 2
    made = Sent(preview, row, folder).reply(Remark("", "Moss"))
    assert journal.receiving.look(made).notes[0].text == "Moss"


def test_a_line_that_cannot_be_taken_back_hides_no_error(journal, preview, folder, monkeypatch):
    monkeypatch.setattr(target_file, "_put", broken(KeyboardInterrupt()))
    monkeypatch.setattr(sent_table, "forget", broken(DiskFull()))
    with pytest.raises(KeyboardInterrupt):
        seal(journal, preview, folder)
    assert left(journal, folder) == ([], 1)


@pytest.mark.parametrize("form", ["packet", "html"])
def test_what_is_told_is_told_before_the_file_stands(journal, preview, folder, form):
    told = []

    def tell(row):
        told.append((row.format, sorted(folder.glob("packet*"))))
        raise KeyboardInterrupt

    save = {
        "packet": lambda: seal(journal, preview, folder, told=tell),
        "html": lambda: journal.sharing.save_open(preview, form, folder / "packet.out", told=tell),
    }[form]
    with pytest.raises(KeyboardInterrupt):
        save()
    assert told == [(form, [])]
    assert left(journal, folder) == ([], 0)


def test_characters_that_no_font_has_are_named(journal, folder):
    entry = debrief(journal, "Moss \U000f0000.")
    row = journal.sharing.save_open(
        journal.sharing.preview(choice(entry.id)), "pdf", folder / "packet.pdf"
    )
    assert row.missing == ("\U000f0000",)
    assert journal.sharing.sent()[0].missing == ()
