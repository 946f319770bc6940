import random
from contextlib import closing

import pytest

from ally_journal.errors import DamagedFile, DiskFull, DiskTrouble, VaultError
from ally_journal.storage import integrity, places
from ally_journal.storage.connection import connect
from ally_journal.storage.integrity import Damage, Finding, examined
from ally_journal.storage.turns import OwnTurn

PAGE = 4096


@pytest.fixture
def database(folder):
    return folder / places.DATABASE


def spoil(database, change):
    content = bytearray(database.read_bytes())
    database.write_bytes(change(content) or content)


def flip(at):
    def change(content):
        content[at % len(content)] ^= 1 << at % 8

    return change


def found(unlock, folder):
    """What verifying says; refused at opening counts as found."""
    try:
        with closing(unlock(folder)) as vault:
            return {finding.code for finding in vault.verify()}
    except VaultError as error:
        return {type(error)}


def test_a_sound_vault_has_no_findings(vault):
    assert vault.verify() == ()


def test_verifying_leaves_nothing_behind(vault):
    before = sorted(vault.folder.rglob("*"))
    vault.verify()
    assert sorted(vault.folder.rglob("*")) == before


def test_a_flip_in_any_page_is_found(folder, database, unlock):
    content, size = database.read_bytes(), database.stat().st_size
    chance = random.Random(7)  # noqa: S311 the same places at each run
    for page in range(size // PAGE):
        database.write_bytes(content)
        spoil(database, flip(page * PAGE + chance.randrange(0 if page else 16, PAGE)))
        assert found(unlock, folder), page


@pytest.mark.parametrize("at", range(16))
def test_a_flip_in_the_salt_is_harmless_and_found(folder, database, unlock, at):
    spoil(database, flip(at))
    assert found(unlock, folder) == {Damage.SALT}


def test_any_truncation_is_refused(folder, database, unlock):
    content = database.read_bytes()
    chance = random.Random(8)  # noqa: S311 the same places at each run
    cuts = [*range(0, len(content), PAGE), *(chance.randrange(len(content)) for _ in range(20))]
    for cut in cuts:
        database.write_bytes(content[:cut])
        with pytest.raises(VaultError):
            unlock(folder)
        assert database.read_bytes() == content[:cut]


@pytest.mark.parametrize("more", [1, 100, 4095, 4096, 8192])
def test_appended_bytes_are_found(folder, database, unlock, more):
    spoil(database, lambda content: content + b"\0" * more)
    before = database.read_bytes()
    assert found(unlock, folder) & {Damage.SIZE, DamagedFile}
    assert database.read_bytes() == before


def test_swapped_and_emptied_pages_are_found(folder, database, unlock):
    content = database.read_bytes()
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    for changed in (
        [*pages[:5], pages[6], pages[5], *pages[7:]],
        [*pages[:5], bytes(PAGE), *pages[6:]],
    ):
        database.write_bytes(b"".join(changed))
        assert Damage.PAGES in found(unlock, folder)


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE entry_text_content SET c1 = 'other'", Damage.SEARCH),
        ("INSERT INTO person_alias VALUES ('nobody', 'fern')", Damage.REFERENCES),
        ("PRAGMA application_id = 7", Damage.MARKER),
    ],
)
def test_what_does_not_fit_together_is_named(vault, key, sql, code):
    with closing(connect(vault.folder / places.DATABASE, key.spec())) as conn:
        conn.set_authorizer(None)
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.execute(sql)
    assert [finding.code for finding in vault.verify()] == [code]


def test_a_broken_index_is_a_matter_of_structure(vault, key):
    with closing(connect(vault.folder / places.DATABASE, key.spec())) as conn:
        conn.set_authorizer(None)
        conn.execute("CREATE TABLE leaf (name TEXT)")
        conn.execute("CREATE INDEX leaf_name ON leaf (name)")
        conn.execute("INSERT INTO leaf VALUES ('fern'), ('moss')")
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(name)', '(1)') WHERE name = 'leaf_name'"
        )
    with pytest.raises(VaultError):
        raise_if(vault.verify())


def raise_if(findings):
    if any(finding.code in {Damage.STRUCTURE, Damage.UNREADABLE} for finding in findings):
        raise DamagedFile


def test_an_open_vault_that_is_damaged_beneath_is_examined_all_the_same(vault):
    spoil(vault._live.path, flip(20 * PAGE + 9))
    assert Finding(Damage.PAGES, 1) in vault.verify()


def test_a_first_page_that_is_damaged_beneath_is_unreadable(vault):
    spoil(vault._live.path, flip(100))
    vault._live._let_go()
    codes = [finding.code for finding in vault.verify()]
    assert Damage.UNREADABLE in codes


def test_a_first_page_that_is_damaged_is_not_taken_for_a_damaged_salt(vault):
    with vault._live.use():
        spoil(vault._live.path, flip(100))
        assert Damage.SALT not in {finding.code for finding in vault.verify()}


@pytest.mark.parametrize("kind", [DiskFull, DiskTrouble])
def test_where_no_copy_can_be_made_the_file_itself_is_examined(vault, monkeypatch, kind):
    def refuse(conn, target, key):
        raise kind

    monkeypatch.setattr(integrity, "_copy", refuse)
    assert vault.verify() == ()


def test_a_read_only_vault_is_examined_in_its_place(vault, monkeypatch):
    vault.read_only = True
    monkeypatch.setattr(integrity, "_copy", None)
    assert vault.verify() == ()


def test_a_database_that_is_gone_is_unreadable(folder, database, key):
    database.unlink()
    assert {finding.code for finding in examined(database, key)} == {Damage.UNREADABLE}


@pytest.fixture
def roomy(vault, key):
    """A vault whose last pages hold nothing any more."""
    with closing(connect(vault.folder / places.DATABASE, key.spec())) as conn:
        conn.execute("CREATE TABLE leaf (x BLOB)")
        conn.execute("INSERT INTO leaf VALUES (zeroblob(?))", (20 * PAGE,))
        conn.execute("DROP TABLE leaf")
    return vault


def pages_of(vault):
    return vault._live.path.stat().st_size // PAGE


def test_a_free_page_half_written_by_a_power_cut_is_no_damage(roomy):
    for back in (2, 5, 9):
        spoil(roomy._live.path, flip((pages_of(roomy) - back) * PAGE + 700))
    assert examined(roomy._live.path, roomy._live.key) == (Finding(Damage.PAGES, 3),)
    assert roomy.verify() == ()
    assert roomy.back_up("asked").exists()
    assert examined(roomy._live.path, roomy._live.key) == ()


def test_pages_behind_the_end_are_left_as_they_are_however_many_are_free(roomy):
    spoil(roomy._live.path, lambda content: content + bytes(2 * PAGE))
    before = roomy._live.path.read_bytes()
    assert Finding(Damage.SIZE, 2 * PAGE) in roomy.verify()
    assert roomy._live.path.read_bytes() == before


def test_a_page_in_use_is_damage_however_many_are_free(roomy):
    spoil(roomy._live.path, flip(20 * PAGE + 9))
    before = roomy._live.path.read_bytes()
    assert Finding(Damage.PAGES, 1) in roomy.verify()
    assert roomy._live.path.read_bytes() == before


def test_nothing_is_written_where_more_pages_are_bad_than_are_free(roomy):
    conn = connect(roomy._live.path, roomy._live.key.spec())
    with closing(conn):
        free = conn.execute("PRAGMA freelist_count").fetchone()[0]
        before = roomy._live.path.read_bytes()
        for most, is_written in ((free + 1, False), (free, True)):
            source = OwnTurn(conn)
            assert integrity._written_anew(source, roomy._live.path, most) is is_written
            assert (roomy._live.path.read_bytes() != before) is is_written


def test_a_free_page_is_only_named_where_nothing_may_be_written(roomy, monkeypatch):
    spoil(roomy._live.path, flip((pages_of(roomy) - 2) * PAGE + 700))
    roomy._live._let_go()
    roomy._live.read_only = True
    assert roomy.verify() == (Finding(Damage.PAGES, 1),)
