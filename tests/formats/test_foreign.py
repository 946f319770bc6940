import pytest

from ally_journal.formats.foreign import program_of
from ally_journal.table_errors import TableMalformed
from tests.formats.loop_samples import NEW, WIDE, archive


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("full_date,date,weekday,time,mood,activities,note_title,note\n", "daylio"),
        ("year,date,weekday,time,mood,activities,note\n", "daylio"),
        ('2026-03-05,March 5,Thursday,21:13,good,"walk","",""\n', "daylio"),
        (WIDE, "loop"),
        ("Date,Value,Notes\n", "loop"),
        (NEW["Habits.csv"], "loop"),
        ("a,b\n", "loop"),
        ("", "loop"),
    ],
)
def test_a_table_is_known_by_its_columns(text, program, tmp_path):
    path = tmp_path / "made.csv"
    path.write_text(text)
    assert program_of(path) == program


def test_an_archive_of_many_tables_is_one_of_loop(tmp_path):
    assert program_of(archive(tmp_path, NEW)) == "loop"


def test_what_is_no_table_is_refused(tmp_path):
    path = tmp_path / "made.db"
    path.write_bytes(b"SQLite format 3\0")
    with pytest.raises(TableMalformed):
        program_of(path)
