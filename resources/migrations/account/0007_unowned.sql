-- *Chưa có người xử lý*: open reports whose owner is a unit as a whole, or an officer who has left.
ALTER TABLE inbox ADD COLUMN unowned INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_unowned_due ON inbox(due_key) WHERE unowned = 1;
CREATE INDEX inbox_unowned_received ON inbox(number) WHERE unowned = 1;
CREATE INDEX inbox_unowned_code ON inbox(code) WHERE unowned = 1;
CREATE INDEX inbox_unowned_priority ON inbox(priority_key, due_key) WHERE unowned = 1;
CREATE INDEX inbox_unowned_title ON inbox(title_key) WHERE unowned = 1;

-- Whose open work it is: for handing it over, and for who leaves.
CREATE INDEX inbox_owner ON inbox(owner) WHERE open = 1;

-- What is here already is marked anew when the store is opened.
INSERT OR REPLACE INTO value (name, value) VALUES ('rebuild', x'31');
