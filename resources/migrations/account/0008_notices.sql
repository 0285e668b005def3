-- What the person was told, with why and about which report; words are read from the report when it is shown.
-- `subject` tells two tellings of a kind apart: the line of the timeline, or the deadline.
CREATE TABLE notice (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    report_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    read_at INTEGER,
    UNIQUE (kind, report_id, subject)
) STRICT;
CREATE INDEX notice_unread ON notice(number) WHERE read_at IS NULL;
CREATE INDEX notice_report ON notice(report_id);
