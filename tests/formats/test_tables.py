"""The tables of the export hang together."""

from ally_journal.formats.tables import TABLES, Column, Table, Type


def all_tables() -> list[Table]:
    waiting, found = list(TABLES.values()), []
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].lists.values()
    return found


def test_a_field_stands_once_in_a_row():
    for table in all_tables():
        keys = [column.key for column in table.columns] + list(table.lists)
        assert len(keys) == len(set(keys))


def test_what_is_unique_and_what_is_referred_to_is_there():
    for table in all_tables():
        names = {column.name for column in table.columns}
        assert {*table.unique, *table.unique_present} <= names
        assert {column.knows for column in table.columns} <= {"", *TABLES}


def test_a_plain_table_has_one_column():
    assert all(len(table.columns) == 1 for table in all_tables() if table.plain)


def test_the_file_has_the_name_of_the_column_unless_it_has_its_own():
    assert Column("a", Type.TEXT).key == "a"
    assert Column("a", Type.TEXT, label="b").key == "b"
