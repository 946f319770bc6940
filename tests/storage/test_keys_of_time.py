from datetime import timedelta

from ally_journal.storage import entries
from ally_journal.storage.keys_of_time import PLACES, next_key
from tests.storage.samples import NOW, entry, keep


def test_a_later_moment_has_a_higher_key(vault):
    assert next_key(vault, NOW) < next_key(vault, NOW + timedelta(milliseconds=1))


def test_entries_of_one_moment_get_keys_one_after_the_other(vault):
    kept = [keep(vault, entry(created=NOW)) for _ in range(3)]
    first, second, third = (entries.key_of(vault, one.id) for one in kept)
    assert (second, third) == (first + 1, first + 2)
    assert first % PLACES == 0


def test_an_entry_that_comes_late_still_stands_at_its_time(vault):
    keep(vault, entry("newer"))
    keep(vault, entry("older", ago=5))
    titles = [row[0] for row in vault.rows("SELECT title FROM entry ORDER BY key")]
    assert titles == ["older", "newer"]


def test_a_moment_before_1970_stands_before_all_others(vault):
    assert next_key(vault, NOW.replace(year=1900)) < 0


def test_a_moment_that_is_full_gives_way_to_the_next(vault):
    first = next_key(vault, NOW)
    kept = [keep(vault, entry(created=NOW)) for _ in range(2)]
    with vault.atomic() as tx:
        for one, key in zip(kept, (first + PLACES - 1, first + PLACES), strict=True):
            tx.run("DELETE FROM answer")
            tx.run("UPDATE entry SET key = ? WHERE id = ?", (key, one.id))
    assert next_key(vault, NOW) == first + PLACES + 1
