from datetime import date, timedelta

from ally_journal.services.context import Context
from ally_journal.settings import Settings


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
