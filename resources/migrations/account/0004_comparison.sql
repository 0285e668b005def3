-- Reference rows know their version, so that sums can be compared with the server's. What is here already counts
-- as version 0: the first comparison fetches it anew.
ALTER TABLE directory ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

-- What passed between this desk and the centre, in few words, for the person to read. No row of a report is in it.
CREATE TABLE sync_log (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX sync_log_at ON sync_log(at);
