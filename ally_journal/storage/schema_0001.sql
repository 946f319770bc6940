-- Schema 1. Times are UTC in microseconds since 1970; days are 'YYYY-MM-DD'; JSON is UTF-8 text.
-- Every row that is kept has: id (UUID 7), created, changed, zone, day, origin ('written',
-- 'imported …', 'received'), merged (hash of what it held when last merged, or NULL) and
-- removed (a tombstone: the instant it was removed for ever, its contents emptied).

CREATE TABLE vault (
    id       TEXT NOT NULL,
    made     INTEGER NOT NULL,
    counter  INTEGER NOT NULL
) STRICT;

-- key follows the time the entry tells of: milliseconds × 4096 + a running number.
CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    practice TEXT NOT NULL,
    practice_version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'kept')),
    title TEXT NOT NULL DEFAULT '',
    excerpt TEXT NOT NULL DEFAULT '',
    event TEXT,
    star INTEGER NOT NULL DEFAULT 0,
    sensitivity TEXT NOT NULL DEFAULT 'private',
    trashed INTEGER,
    -- only of a draft: where the walk stands
    walk TEXT,
    revises TEXT,
    follows TEXT
) STRICT;
CREATE INDEX entry_day ON entry (day, key)
    WHERE state = 'kept' AND removed IS NULL AND trashed IS NULL;
CREATE INDEX entry_practice ON entry (practice, key)
    WHERE state = 'kept' AND removed IS NULL AND trashed IS NULL;
CREATE INDEX entry_draft ON entry (changed) WHERE state = 'draft' AND removed IS NULL;
CREATE INDEX entry_event ON entry (event) WHERE event IS NOT NULL;
CREATE INDEX entry_trash ON entry (trashed) WHERE trashed IS NOT NULL;

CREATE TABLE answer (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    step TEXT NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_choice ON answer (step, entry) WHERE kind IN ('choice', 'choices', 'scale');

CREATE TABLE revision (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    entry TEXT NOT NULL,
    parent TEXT,
    title TEXT NOT NULL,
    answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_entry ON revision (entry, id);

CREATE TABLE later_note (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    entry TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX later_note_entry ON later_note (entry, id);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    name TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT '',
    pseudonym INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_name ON person (name) WHERE removed IS NULL;
CREATE TABLE person_alias (
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    PRIMARY KEY (person, alias)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_person (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (entry, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_person_person ON entry_person (person, entry);
CREATE TABLE entry_tag (
    entry INTEGER NOT NULL REFERENCES entry (key) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (entry, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tag_tag ON entry_tag (tag, entry);

CREATE TABLE promise (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    entry TEXT,
    step TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT,
    moved INTEGER NOT NULL DEFAULT 0,
    settled INTEGER,
    why TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_due ON promise (due) WHERE settled IS NULL AND removed IS NULL;
CREATE INDEX promise_settled ON promise (settled) WHERE settled IS NOT NULL;
CREATE INDEX promise_entry ON promise (entry);
CREATE TABLE promise_event (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    promise TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT,
    text TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_event_promise ON promise_event (promise, id);

CREATE TABLE follow_up (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    entry TEXT NOT NULL,
    promise TEXT,
    practice TEXT NOT NULL,
    due TEXT NOT NULL,
    settled INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_due ON follow_up (due) WHERE settled IS NULL AND removed IS NULL;

CREATE TABLE inbox (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    practice TEXT NOT NULL,
    carry TEXT NOT NULL DEFAULT '{}',
    leaves TEXT NOT NULL,
    settled INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE habit (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    name TEXT NOT NULL,
    question TEXT NOT NULL DEFAULT '',
    practices TEXT NOT NULL DEFAULT '[]',
    goal TEXT NOT NULL DEFAULT 'done' CHECK (goal IN ('done', 'at-least', 'at-most')),
    target REAL,
    unit TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    archived TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX habit_name ON habit (name) WHERE removed IS NULL;
CREATE TABLE habit_schedule (
    habit TEXT NOT NULL REFERENCES habit (id) ON DELETE CASCADE,
    since TEXT NOT NULL,
    schedule TEXT NOT NULL,
    PRIMARY KEY (habit, since)
) STRICT, WITHOUT ROWID;
-- kind: 'done' or 'rest'. A mark is a date without text; amount only of a measurable habit.
CREATE TABLE mark (
    id TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    habit TEXT NOT NULL REFERENCES habit (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('done', 'rest')),
    amount REAL,
    PRIMARY KEY (habit, day)
) STRICT, WITHOUT ROWID;
-- habit NULL: a pause of all habits and of the rhythm.
CREATE TABLE pause (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    habit TEXT,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
-- rest asked for of the whole journal's rhythm: a week, by its first day in `day`.
CREATE TABLE rhythm_rest (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER
) STRICT, WITHOUT ROWID;

-- what went out, to whom in the person's own words, and what came back.
CREATE TABLE sent (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    format TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    entries TEXT NOT NULL,
    fields TEXT NOT NULL DEFAULT '[]',
    pseudonyms TEXT NOT NULL DEFAULT '{}',
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE comment (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    sent TEXT,
    entry TEXT,
    step TEXT NOT NULL DEFAULT '',
    paragraph INTEGER,
    kind TEXT NOT NULL DEFAULT 'comment',
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_entry ON comment (entry);

CREATE TABLE own_practice (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    practice TEXT NOT NULL,
    version INTEGER NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- the person's lists: values, power, norms, unwritten rules, for others to fix, has my back,
-- own contacts of Support, reminder cards, rules of the lens and rules not to ask about again.
CREATE TABLE list_item (
    id TEXT PRIMARY KEY,
    created INTEGER NOT NULL, changed INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL,
    origin TEXT NOT NULL, merged TEXT, removed INTEGER,
    list TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;
CREATE INDEX list_item_list ON list_item (list, position);
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- the words of kept entries; scripts without spaces are indexed by pairs of letters. What is typed
-- first of a word begins half of all entries: beginnings of one to three letters have an index.
CREATE VIRTUAL TABLE entry_text USING fts5 (
    title, body, people, tags,
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);
