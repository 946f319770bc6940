from dataclasses import replace
from datetime import date, timedelta

import pytest

from ally_journal.errors import DiskFull
from ally_journal.services.context import Context
from ally_journal.settings import Settings
from ally_journal.storage import ballast


def context(journal, clock):
    return Context(journal._vault, clock, journal.library)


def test_the_settings_are_those_in_the_vault(journal, clock):
    journal.settings.change(called="Sam")
    assert context(journal, clock).settings == Settings(called="Sam")


def test_a_setting_in_the_vault_that_is_not_allowed_takes_its_default(journal, clock):
    with journal._vault.atomic() as tx:
        tx.run("INSERT INTO setting VALUES ('weekly_aim', '99', 1), ('unknown', '1', 1)")
    assert context(journal, clock).settings == Settings()


def test_today_ends_when_the_person_says_so(journal, clock):
    clock.move(timedelta(hours=8))  # 02:42 in the night
    assert context(journal, clock).today() == date(2026, 3, 13)
    journal.settings.change(day_ends=180)
    assert context(journal, clock).today() == date(2026, 3, 12)


def test_a_stamp_says_when_where_and_how(journal, clock):
    stamp = context(journal, clock).stamp("received")
    assert (stamp.now, stamp.zone, stamp.day, stamp.origin) == (
        clock.now(),
        "Europe/Lisbon",
        date(2026, 3, 12),
        "received",
    )


def fail_once(times):
    """Something to write that finds the disk full so many times."""
    left = [times]

    def write():
        left[0] -= 1
        if left[0] >= 0:
            raise DiskFull
        return "written"

    return write


def test_on_a_full_disk_the_ballast_makes_room_once(journal, clock):
    ours = context(journal, clock)
    assert ours.with_room(fail_once(0)) == "written"
    with pytest.raises(DiskFull):
        ours.with_room(fail_once(1))
    ballast.lay(journal.folder, 64)
    assert ours.with_room(fail_once(1)) == "written"
    assert not (journal.folder / ballast.NAME).exists()
    ballast.lay(journal.folder, 64)
    with pytest.raises(DiskFull):
        ours.with_room(fail_once(2))


@pytest.mark.parametrize("way", ["save_draft", "keep", "write"])
def test_what_is_written_gets_the_room(journal, monkeypatch, way):
    draft = replace(journal.writing.begin("catch"), answers={"what": "moss"})
    ballast.lay(journal.folder, 64)
    call, full = journal._vault.atomic, [True]

    def atomic():
        if full.pop() if full else False:
            raise DiskFull
        return call()

    monkeypatch.setattr(journal._vault, "atomic", atomic)
    if way == "write":
        journal.writing.write("catch", {"what": "moss"})
    else:
        getattr(journal.writing, way)(draft)
    assert not full
    assert len(journal.reading.drafts()) + journal.reading.count() == 1
    assert not (journal.folder / ballast.NAME).exists()
