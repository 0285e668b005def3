-- What a search is narrowed by, so that the rarest ward is found among a million reports without reading them.
CREATE INDEX inbox_ward ON inbox(ward);
CREATE INDEX inbox_category ON inbox(category);
CREATE INDEX inbox_lead_unit ON inbox(lead_unit);
CREATE INDEX inbox_source ON inbox(source);

-- When an open report is due, by its number: a search in the order of deadlines looks nothing else up.
CREATE INDEX inbox_open ON inbox(number, due_key) WHERE open = 1;
