-- Its indexes and keys go with it, and those of the others stay.
-- from
CREATE TABLE events (id bigint, at date NOT NULL, kind text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_26 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY RANGE (at);
CREATE TABLE events_26_1 PARTITION OF events_26 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_27 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
INSERT INTO events VALUES (1, '2025-02-01', 'a');
-- to
CREATE TABLE events (id bigint, at date NOT NULL, kind text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_26 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY RANGE (at);
-- back
-- refused
data-loss
not index-build
-- has
DROP TABLE public\.events_27;
DROP TABLE public\.events_26_1;
-- lacks
(INDEX|CONSTRAINT)
-- in place
index events_25_pkey
index events_25_kind_idx
-- kept
SELECT id, kind FROM events;
= 1|a
