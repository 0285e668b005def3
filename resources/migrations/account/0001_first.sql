-- One person's store. Times are microseconds since 1970 (UTC); JSON columns hold UTF-8 text.

-- A report as the server last told it, verbatim. `number` is the time of receipt, moved on by one where it is
-- taken, so that the search index, which answers in the order of `number`, answers newest first.
CREATE TABLE report (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    workflow_version INTEGER NOT NULL,
    seen_version INTEGER NOT NULL DEFAULT 0,
    generation INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX report_generation ON report(generation);

-- The projection (server's row overlaid by pending events), reduced to what a list shows, sorts and filters by.
CREATE TABLE inbox (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    organisation TEXT NOT NULL,
    source TEXT NOT NULL,
    ward TEXT,
    category TEXT,
    state TEXT NOT NULL,
    procedure TEXT NOT NULL,
    priority TEXT NOT NULL,
    priority_key INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    due_at INTEGER,
    due_key INTEGER NOT NULL,
    owner TEXT,
    lead_unit TEXT,
    open INTEGER NOT NULL,
    mine INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    overdue INTEGER NOT NULL,
    due_today INTEGER NOT NULL,
    new INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    instant INTEGER NOT NULL,
    conflict INTEGER NOT NULL,
    unsent INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox_next_deadline ON inbox(due_key) WHERE open = 1 AND overdue = 0;

-- One index for each quick filter and sort order; a test reads the query plans.
CREATE INDEX inbox_all_due ON inbox(due_key);
CREATE INDEX inbox_all_code ON inbox(code);
CREATE INDEX inbox_all_priority ON inbox(priority_key, due_key);
CREATE INDEX inbox_all_title ON inbox(title_key);
CREATE INDEX inbox_mine_due ON inbox(due_key) WHERE mine = 1;
CREATE INDEX inbox_mine_received ON inbox(number) WHERE mine = 1;
CREATE INDEX inbox_mine_code ON inbox(code) WHERE mine = 1;
CREATE INDEX inbox_mine_priority ON inbox(priority_key, due_key) WHERE mine = 1;
CREATE INDEX inbox_mine_title ON inbox(title_key) WHERE mine = 1;
CREATE INDEX inbox_unit_due ON inbox(due_key) WHERE unit = 1;
CREATE INDEX inbox_unit_received ON inbox(number) WHERE unit = 1;
CREATE INDEX inbox_unit_code ON inbox(code) WHERE unit = 1;
CREATE INDEX inbox_unit_priority ON inbox(priority_key, due_key) WHERE unit = 1;
CREATE INDEX inbox_unit_title ON inbox(title_key) WHERE unit = 1;
CREATE INDEX inbox_overdue_due ON inbox(due_key) WHERE overdue = 1;
CREATE INDEX inbox_overdue_received ON inbox(number) WHERE overdue = 1;
CREATE INDEX inbox_overdue_code ON inbox(code) WHERE overdue = 1;
CREATE INDEX inbox_overdue_priority ON inbox(priority_key, due_key) WHERE overdue = 1;
CREATE INDEX inbox_overdue_title ON inbox(title_key) WHERE overdue = 1;
CREATE INDEX inbox_due_today_due ON inbox(due_key) WHERE due_today = 1;
CREATE INDEX inbox_due_today_received ON inbox(number) WHERE due_today = 1;
CREATE INDEX inbox_due_today_code ON inbox(code) WHERE due_today = 1;
CREATE INDEX inbox_due_today_priority ON inbox(priority_key, due_key) WHERE due_today = 1;
CREATE INDEX inbox_due_today_title ON inbox(title_key) WHERE due_today = 1;
CREATE INDEX inbox_new_due ON inbox(due_key) WHERE new = 1;
CREATE INDEX inbox_new_received ON inbox(number) WHERE new = 1;
CREATE INDEX inbox_new_code ON inbox(code) WHERE new = 1;
CREATE INDEX inbox_new_priority ON inbox(priority_key, due_key) WHERE new = 1;
CREATE INDEX inbox_new_title ON inbox(title_key) WHERE new = 1;
CREATE INDEX inbox_waiting_due ON inbox(due_key) WHERE waiting = 1;
CREATE INDEX inbox_waiting_received ON inbox(number) WHERE waiting = 1;
CREATE INDEX inbox_waiting_code ON inbox(code) WHERE waiting = 1;
CREATE INDEX inbox_waiting_priority ON inbox(priority_key, due_key) WHERE waiting = 1;
CREATE INDEX inbox_waiting_title ON inbox(title_key) WHERE waiting = 1;
CREATE INDEX inbox_instant_due ON inbox(due_key) WHERE instant = 1;
CREATE INDEX inbox_instant_received ON inbox(number) WHERE instant = 1;
CREATE INDEX inbox_instant_code ON inbox(code) WHERE instant = 1;
CREATE INDEX inbox_instant_priority ON inbox(priority_key, due_key) WHERE instant = 1;
CREATE INDEX inbox_instant_title ON inbox(title_key) WHERE instant = 1;
CREATE INDEX inbox_conflict_due ON inbox(due_key) WHERE conflict = 1;
CREATE INDEX inbox_conflict_received ON inbox(number) WHERE conflict = 1;
CREATE INDEX inbox_conflict_code ON inbox(code) WHERE conflict = 1;
CREATE INDEX inbox_conflict_priority ON inbox(priority_key, due_key) WHERE conflict = 1;
CREATE INDEX inbox_conflict_title ON inbox(title_key) WHERE conflict = 1;
CREATE INDEX inbox_unsent_due ON inbox(due_key) WHERE unsent = 1;
CREATE INDEX inbox_unsent_received ON inbox(number) WHERE unsent = 1;
CREATE INDEX inbox_unsent_code ON inbox(code) WHERE unsent = 1;
CREATE INDEX inbox_unsent_priority ON inbox(priority_key, due_key) WHERE unsent = 1;
CREATE INDEX inbox_unsent_title ON inbox(title_key) WHERE unsent = 1;

-- How many reports each quick filter holds, kept by every transaction that changes a mark.
CREATE TABLE inbox_count (
    filter TEXT PRIMARY KEY,
    reports INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Search: folded text (lower case, no diacritics, đ as d) and its index. A report's own words are document
-- `number << 10`, its notes the documents after that: a new note leaves the report's document alone, because
-- deleted terms are overwritten, which costs milliseconds for a long text.
CREATE TABLE search_text (
    document INTEGER PRIMARY KEY,
    folded TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5(
    folded, content = 'search_text', content_rowid = 'document',
    tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3', columnsize = 0
);
INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);

-- The timeline. A line may arrive before its report.
CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0,
    document INTEGER,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX entry_report ON entry(report_id, at);
CREATE INDEX entry_unindexed ON entry(report_id) WHERE indexed = 0;
CREATE INDEX entry_generation ON entry(generation);

-- Units, officers, categories, templates, calendar.
CREATE TABLE directory (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

-- Where the change feed stands, whose store this is, and other single values.
CREATE TABLE value (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per user action; `position` is the order of the person's own doing.
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    command TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    after TEXT,
    touches BLOB NOT NULL,
    payload BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN (
        'held', 'ready', 'sending', 'acknowledged', 'unknown', 'needs_person', 'cancelled', 'discarded')),
    held_until INTEGER,
    bulk TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    problem BLOB NOT NULL,
    answered_version INTEGER,
    answered_seq INTEGER,
    settled_at INTEGER,
    document INTEGER
) STRICT;
CREATE INDEX outbox_entity ON outbox(entity_id, position);
CREATE INDEX outbox_open ON outbox(state, position)
    WHERE state IN ('held', 'ready', 'sending', 'unknown', 'needs_person');
CREATE INDEX outbox_settled ON outbox(settled_at) WHERE settled_at IS NOT NULL;

-- Drafts only ever grow: no revision is changed, and none goes with a report that left the scope.
CREATE TABLE draft (
    report_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    outcome TEXT,
    PRIMARY KEY (report_id, revision)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER draft_is_never_changed BEFORE UPDATE ON draft
BEGIN
    SELECT RAISE(ABORT, 'a draft revision is never changed');
END;
CREATE TRIGGER draft_is_never_deleted BEFORE DELETE ON draft
BEGIN
    SELECT RAISE(ABORT, 'a draft revision is never deleted');
END;
