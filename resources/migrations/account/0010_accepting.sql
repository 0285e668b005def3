-- Until when a unit is to accept what it was given; NULL where nobody has to any more.
ALTER TABLE inbox ADD COLUMN accept_due INTEGER;
ALTER TABLE inbox ADD COLUMN unaccepted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_next_accept ON inbox(accept_due) WHERE accept_due IS NOT NULL AND unaccepted = 0;

-- *Quá giờ tiếp nhận*: given to a unit, and not accepted when it should have been.
CREATE INDEX inbox_unaccepted_due ON inbox(due_key) WHERE unaccepted = 1;
CREATE INDEX inbox_unaccepted_received ON inbox(number) WHERE unaccepted = 1;
CREATE INDEX inbox_unaccepted_code ON inbox(code) WHERE unaccepted = 1;
CREATE INDEX inbox_unaccepted_priority ON inbox(priority_key, due_key) WHERE unaccepted = 1;
CREATE INDEX inbox_unaccepted_title ON inbox(title_key) WHERE unaccepted = 1;

-- What was not accepted in time is idle from then on.
ALTER TABLE standing ADD COLUMN accept_due INTEGER;

-- What is here already is marked anew when the store is opened.
INSERT OR REPLACE INTO value (name, value) VALUES ('rebuild', x'31');
