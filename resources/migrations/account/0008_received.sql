-- The order of receipt has an index of its own like every other: the table itself holds too much to be read whole.
CREATE INDEX inbox_all_received ON inbox(number);
