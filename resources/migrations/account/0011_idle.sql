-- *Đã giao, chưa làm*: what waits for its unit is little beside what it ever was given; found without a look
-- at the rest, whatever moment it is asked for.
CREATE INDEX standing_waiting ON standing(acted_at, category, accept_due) WHERE acted_at IS NOT NULL;
