-- Files that wait for the centre, in pieces. They stay with their event until it is forgotten: a server that is
-- restored from a backup may ask for them again.
CREATE TABLE upload (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    location TEXT,
    sent INTEGER NOT NULL DEFAULT 0,
    UNIQUE (event_id, sha256)
) STRICT;
CREATE INDEX upload_unsent ON upload(event_id) WHERE sent = 0;
CREATE INDEX upload_report ON upload(report_id);
CREATE TABLE upload_piece (
    upload INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (upload, offset)
) STRICT;

-- The files of each report as the server tells of them. A line may arrive before its report.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_report ON attachment(report_id);
CREATE INDEX attachment_generation ON attachment(generation);

-- Their contents, as far as they were looked at; the longest unused goes first.
CREATE TABLE attachment_content (
    id TEXT NOT NULL,
    variant TEXT NOT NULL,
    size INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (id, variant)
) STRICT;
CREATE INDEX attachment_content_used ON attachment_content(used_at);
