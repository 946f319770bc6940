"""Where a table is wrong is told to the person; what prints the error has no name of a habit."""

import traceback
from datetime import date

import pytest

from ally_journal.formats.loop_import import loop_incoming
from ally_journal.sentences import sentence
from ally_journal.table_errors import TableMalformed
from tests.formats.loop_samples import NEW, archive

TODAY = date(2026, 3, 12)


@pytest.fixture
def refused(tmp_path):
    """What a table inside an archive, in a folder with the name of a habit, is refused with."""
    place = "001 Water the fern/Checkmarks.csv"
    files = NEW | {place: 'Date,Value,Notes\n2026-03-01,often,"New leaves"\n'}
    with pytest.raises(TableMalformed) as caught:
        loop_incoming(archive(tmp_path, files), TODAY)
    return caught.value


def test_the_person_is_told_where(refused):
    assert "Water the fern" in sentence(refused)
    assert (refused.line, refused.column) == (2, "Value")


def test_nothing_that_prints_it_has_the_name_of_a_habit_or_a_note(refused):
    printed = "".join(traceback.format_exception(refused))
    for shown in (str(refused), repr(refused), repr(refused.args), printed):
        assert not any(word in shown for word in ("fern", "leaves", "often"))


def test_a_name_that_was_given_by_place_is_not_kept_beside_the_fields():
    assert TableMalformed("Water the fern.csv", 0, "", "empty").args == ()
    assert str(TableMalformed("Fern.csv", 2, "Name", "no-name")) == (
        "TableMalformed(line=2, column='Name', reason='no-name')"
    )
