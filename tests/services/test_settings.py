from __future__ import annotations

from datetime import date

from ally_journal.journal import Journal
from ally_journal.settings import Settings


def test_settings_stay_after_closing(journal, clock):
    assert journal.settings.all() == Settings()
    assert journal.settings.change(called="Sam", day_ends=240).settings
    folder = journal.folder
    journal.close()
    again = Journal.open(folder, "heron by the slow river", clock)
    assert (again.settings.all().called, again.settings.all().day_ends) == ("Sam", 240)
    again.close()


def test_what_a_setting_does_not_allow_changes_nothing(journal):
    journal.settings.change(day_ends=900, weekly_aim=True, lock_after="5", nothing=1)
    assert journal.settings.all() == Settings()


def test_the_journal_day_follows_the_setting(journal, clock):
    assert journal.today() == date(2026, 3, 12)
    clock.instant = clock.instant.replace(day=13, hour=2)
    journal.settings.change(day_ends=300)
    assert journal.today() == date(2026, 3, 12)
