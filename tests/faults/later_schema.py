"""A step to a schema that does not exist: so that a migration can be stopped at every call."""

from ally_journal.storage.migrations import MIGRATIONS, Migration


def _script() -> str:
    return """
    CREATE TABLE leaf (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT;
    INSERT INTO leaf SELECT id, title FROM entry;
    CREATE INDEX leaf_words ON leaf (words);
    ALTER TABLE entry ADD COLUMN leaf TEXT;
    UPDATE entry SET leaf = id;
    """


LATER = (*MIGRATIONS, Migration(MIGRATIONS[-1].version + 1, _script))
