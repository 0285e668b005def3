-- Calls this person took: what the desk must remember of each until it is answered. Who called is in none of these.
CREATE TABLE call (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    joined INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    code TEXT,
    promise TEXT NOT NULL DEFAULT '',
    promise_due INTEGER,
    kept_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX call_taken ON call(taken_at);

-- Shifts handed over, as the server tells them.
CREATE TABLE handover (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT, WITHOUT ROWID;
