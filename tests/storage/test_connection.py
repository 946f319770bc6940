from contextlib import closing

import pytest
import sqlcipher3

from ally_journal.errors import (
    AlreadyOpen,
    DamagedFile,
    DiskFull,
    DiskTrouble,
    NoPermission,
    ReadOnly,
)
from ally_journal.storage import connection
from ally_journal.storage.connection import connect, driver_errors, fetch, immediate, statements
from ally_journal.storage.files import make_file
from ally_journal.storage.keys import keyspec

KEY, SALT = b"k" * 32, b"s" * 16


def spec():
    return keyspec(KEY, SALT)


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "a #fern?mode=memory.db"
    make_file(place)
    return place


@pytest.fixture
def conn(path):
    with closing(connect(path, spec())) as opened:
        opened.execute("CREATE TABLE leaf (name TEXT UNIQUE)")
        yield opened


@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("cell_size_check", 1),
        ("busy_timeout", 2000),
    ],
)
def test_every_connection_is_set_up_the_same_way(conn, pragma, wanted):
    conn.set_authorizer(None)
    assert fetch(conn, f"PRAGMA {pragma}") == [(wanted,)]


def test_a_file_that_is_missing_is_never_made(tmp_path):
    with pytest.raises(DiskTrouble):
        connect(tmp_path / "nowhere.db", spec())
    assert not list(tmp_path.iterdir())


def test_the_key_is_overwritten_after_use(path):
    used = spec()
    connect(path, used).close()
    assert not any(used)


def test_a_file_is_not_readable_without_the_key(conn, path):
    assert path.read_bytes()[:16] == SALT
    with pytest.raises(DamagedFile):
        connect(path, keyspec(b"q" * 32, SALT))


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH 'other.db' AS other KEY ''",
        "ATTACH ':memory:' AS other",
        "DETACH main",
        "VACUUM INTO 'other.db'",
        "SELECT load_extension('leaf')",
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA key = 'fern'",
        "PRAGMA rekey = 'fern'",
        "PRAGMA temp_store = FILE",
        "PRAGMA writable_schema = ON",
        "PRAGMA cipher_use_hmac = OFF",
    ],
)
def test_no_statement_gets_at_files_code_or_settings(conn, sql):
    with pytest.raises(sqlcipher3.DatabaseError):
        conn.execute(sql)


def test_a_read_only_connection_changes_nothing(conn, path):
    conn.close()
    with closing(connect(path, spec(), "ro")) as reader, pytest.raises(ReadOnly), driver_errors():
        reader.execute("INSERT INTO leaf VALUES ('fern')")


def test_a_transaction_is_kept_whole(conn):
    with immediate(conn):
        conn.execute("INSERT INTO leaf VALUES ('fern')")
    assert fetch(conn, "SELECT name FROM leaf") == [("fern",)]


def test_a_transaction_that_fails_leaves_nothing(conn):
    with pytest.raises(ZeroDivisionError), immediate(conn):  # noqa: PT012 a failure within is what is tested
        conn.execute("INSERT INTO leaf VALUES ('fern')")
        raise ZeroDivisionError
    assert fetch(conn, "SELECT name FROM leaf") == []


def test_a_transaction_within_another_is_our_own_mistake(conn):
    with pytest.raises(sqlcipher3.OperationalError), immediate(conn), immediate(conn):
        pass
    assert not conn.in_transaction


def test_a_setting_that_is_not_taken_is_not_passed_over(path, monkeypatch):
    monkeypatch.setattr(connection, "_SETTINGS", ("PRAGMA synchronous = OFF",))
    with pytest.raises(DiskTrouble):
        connect(path, spec())


class Refusal(sqlcipher3.DatabaseError):
    def __init__(self, code, text="fern"):
        super().__init__(text)
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (3, NoPermission),
        (5, AlreadyOpen),
        (6, AlreadyOpen),
        (8, ReadOnly),
        (10, DiskTrouble),
        (10 | 3 << 8, DiskTrouble),
        (11, DamagedFile),
        (13, DiskFull),
        (14, DiskTrouble),
        (26, DamagedFile),
    ],
)
def test_what_the_driver_says_becomes_ours_without_its_words(code, kind):
    with pytest.raises(kind) as raised, driver_errors():
        raise Refusal(code)
    assert "fern" not in str(raised.value)
    assert raised.value.__suppress_context__


def test_a_search_index_that_cannot_be_read_is_damage():
    with pytest.raises(DamagedFile), driver_errors():
        raise Refusal(1, "vtable constructor failed: entry_text")


def test_mistakes_of_our_own_pass_as_they_are(conn):
    conn.execute("INSERT INTO leaf VALUES ('fern')")
    with pytest.raises(sqlcipher3.IntegrityError), driver_errors():
        conn.execute("INSERT INTO leaf VALUES ('fern')")
    with pytest.raises(sqlcipher3.OperationalError), driver_errors():
        conn.execute("SELEC 1")


def test_a_keyspec_is_overwritten_though_there_is_no_file(tmp_path):
    spec = keyspec(KEY, SALT)
    with pytest.raises(DiskTrouble):
        connect(tmp_path / "leaf.db", spec)
    assert not any(spec)


def test_a_script_is_split_where_statements_end():
    script = """
    -- a fern; a leaf
    CREATE TABLE leaf (name TEXT DEFAULT ';');
    CREATE TRIGGER fall AFTER INSERT ON leaf BEGIN
        DELETE FROM leaf; /* ; */ SELECT 1;
    END;
    INSERT INTO leaf VALUES ('it''s; moss');
    -- the end
    """
    kinds = [text.split("\n")[-1].split()[0] for text in statements(script)]
    assert kinds == ["CREATE", "END;", "INSERT"]


def test_nothing_is_said_on_stderr(path, conn, capfd):
    with pytest.raises(DamagedFile):
        connect(path, keyspec(b"q" * 32, SALT))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "kind"), [("database or disk is full", DiskFull), ("disk I/O error", DiskTrouble)]
)
def test_what_a_copy_says_is_known_without_a_code_too(text, kind):
    with pytest.raises(kind), driver_errors():
        raise sqlcipher3.OperationalError(text)
