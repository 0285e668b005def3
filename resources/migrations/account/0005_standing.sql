-- What supervision counts: one narrow row for each report that a unit was given, kept by every transaction beside
-- its row in the inbox. Whether it is on time depends on the hour and is asked when it is counted.
CREATE TABLE standing (
    number INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    ward TEXT,
    category TEXT,
    source TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    first_due INTEGER NOT NULL,
    due INTEGER NOT NULL,
    finished_at INTEGER,
    acted_at INTEGER
) STRICT;
CREATE INDEX standing_given ON standing(given_at);
CREATE INDEX standing_unit ON standing(unit, given_at);
CREATE INDEX standing_ward ON standing(ward, given_at);
CREATE INDEX standing_category ON standing(category, given_at);
CREATE INDEX standing_source ON standing(source, given_at);

-- How work went from unit to unit by being returned; `to_unit` is NULL while nobody has it.
CREATE TABLE handing (
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    unit TEXT NOT NULL,
    to_unit TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX handing_units ON handing(unit, to_unit, at);

-- What is here already is marked anew when the store is opened.
INSERT INTO value (name, value) VALUES ('rebuild', x'31');
