-- The workstation's store: the journal of attendance, what it trusts, offline grace. Times: microseconds since 1970.

-- An epoch of the journal chains to `prev_hash`: zeros for the first, the old epoch's head for a successor.
CREATE TABLE journal_epoch (
    epoch INTEGER PRIMARY KEY,
    prev_hash TEXT NOT NULL,
    begun_at INTEGER NOT NULL
) STRICT;

-- Append-only, gapless. Both signatures are kept byte for byte; the columns beside them repeat what they sign.
CREATE TABLE journal (
    epoch INTEGER NOT NULL REFERENCES journal_epoch(epoch),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    event_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    wall_utc INTEGER NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    card_cert_sha256 TEXT,
    person_ref TEXT,
    local_verdict TEXT,
    direction TEXT,
    refers_to TEXT,
    card_jws TEXT,
    terminal_jws TEXT NOT NULL,
    PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_last_tap ON journal(card_cert_sha256, epoch, seq) WHERE kind = 'tap';
CREATE INDEX journal_refers_to ON journal(refers_to) WHERE refers_to IS NOT NULL;

-- The chain of each card that signed, leaf first, once: a JSON array of Base64 DER.
CREATE TABLE card_chain (
    card_cert_sha256 TEXT PRIMARY KEY,
    chain TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The server's signed receipts; kept only after they were verified.
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    receipt TEXT NOT NULL
) STRICT;

-- One row per journal row, written in the same transaction: what still waits for its receipt.
CREATE TABLE journal_outbox (
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    status TEXT,
    receipt INTEGER REFERENCES receipt(id),
    PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_outbox_waiting ON journal_outbox(epoch, seq) WHERE receipt IS NULL;
CREATE INDEX journal_outbox_receipt ON journal_outbox(receipt) WHERE receipt IS NOT NULL;

-- How far retention has removed the journal, and the hash the rest chains to.
CREATE TABLE journal_removed (
    epoch INTEGER PRIMARY KEY,
    through_seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    removed_at INTEGER NOT NULL
) STRICT;

-- Checkpoints signed by the terminal; counter-signed ones come back from the server.
CREATE TABLE checkpoint (
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    checkpoint TEXT NOT NULL,
    countersigned TEXT,
    PRIMARY KEY (epoch, seq, made_at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
WHEN NOT EXISTS (SELECT 1 FROM journal_removed WHERE epoch = OLD.epoch AND through_seq >= OLD.seq)
BEGIN
    SELECT RAISE(ABORT, 'the journal is never deleted');
END;
CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN NEW.seq <> 1 + coalesce(
    (SELECT max(seq) FROM journal WHERE epoch = NEW.epoch),
    (SELECT through_seq FROM journal_removed WHERE epoch = NEW.epoch), 0)
BEGIN
    SELECT RAISE(ABORT, 'the journal has no gap');
END;
CREATE TRIGGER retention_only_after_receipt BEFORE INSERT ON journal_removed
WHEN EXISTS (SELECT 1 FROM journal_outbox WHERE epoch = NEW.epoch AND seq <= NEW.through_seq AND receipt IS NULL)
    OR NOT EXISTS (SELECT 1 FROM journal WHERE epoch = NEW.epoch AND seq = NEW.through_seq AND hash = NEW.hash)
BEGIN
    SELECT RAISE(ABORT, 'only what has its receipt may be removed');
END;
CREATE TRIGGER retention_is_never_changed BEFORE UPDATE ON journal_removed
BEGIN
    SELECT RAISE(ABORT, 'retention is recorded anew, not changed');
END;
CREATE TRIGGER receipt_is_never_changed BEFORE UPDATE ON receipt
BEGIN
    SELECT RAISE(ABORT, 'a receipt is never changed');
END;

-- Who may be greeted by name: from the server's roster, by the card's certificate.
CREATE TABLE roster (
    card_cert_sha256 TEXT PRIMARY KEY,
    person_ref TEXT NOT NULL,
    given_name TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Revocation lists in force, DER.
CREATE TABLE revocation_list (
    sha256 TEXT PRIMARY KEY,
    der BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Offline unlocking of each account: when the server was last heard, how often it was opened since.
CREATE TABLE grace (
    account_id TEXT PRIMARY KEY,
    verified_at INTEGER NOT NULL,
    unlocks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The trust bundle, the highest trusted time, and other single values.
CREATE TABLE value (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
