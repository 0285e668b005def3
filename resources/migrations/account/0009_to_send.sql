-- What may go out, in its order; what is asked about; holds by their end: none is looked for among all that
-- waits or went. The conditions are those of `store.outbox_rows`.
CREATE INDEX outbox_to_send ON outbox(position) WHERE state IN ('ready', 'unknown');
CREATE INDEX outbox_to_ask ON outbox(position) WHERE state = 'unknown';
CREATE INDEX outbox_held ON outbox(held_until) WHERE state = 'held';
