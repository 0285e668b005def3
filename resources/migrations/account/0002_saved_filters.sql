-- Lists that a person keeps under a name. `query` is JSON: quick filter, order, search text.
CREATE TABLE saved_filter (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    pinned INTEGER NOT NULL DEFAULT 0,
    saved_at INTEGER NOT NULL,
    query BLOB NOT NULL
) STRICT, WITHOUT ROWID;
