-- What vouches for citizens' documents here, and who had it installed. Times: microseconds since 1970.

-- Each change, with the statement that a site admin's card signed for it (compact JWS). Append-only.
CREATE TABLE anchor_change (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    statement TEXT NOT NULL
) STRICT;
CREATE TRIGGER anchor_change_is_never_changed BEFORE UPDATE ON anchor_change
BEGIN
    SELECT RAISE(ABORT, 'what an admin signed is never changed');
END;
CREATE TRIGGER anchor_change_is_never_deleted BEFORE DELETE ON anchor_change
BEGIN
    SELECT RAISE(ABORT, 'what an admin signed is never deleted');
END;

-- Country signing certificates; `kinds` are the documents that each vouches for, separated by spaces.
CREATE TABLE document_anchor (
    place INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    der BLOB NOT NULL,
    kinds TEXT NOT NULL,
    change INTEGER NOT NULL REFERENCES anchor_change(id)
) STRICT;

-- The last good revocation list of each.
CREATE TABLE document_anchor_list (
    issuer_sha256 TEXT PRIMARY KEY REFERENCES document_anchor(sha256) ON DELETE CASCADE,
    der BLOB NOT NULL,
    change INTEGER NOT NULL REFERENCES anchor_change(id)
) STRICT, WITHOUT ROWID;
