-- from
CREATE TABLE events (id int PRIMARY KEY, at timestamp NOT NULL DEFAULT now());
CREATE INDEX events_at_idx ON events (at);
INSERT INTO events VALUES (1, '2024-05-05 12:00');
-- to
CREATE TABLE events (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX events_at_idx ON events (at);
-- back
-- refused
correctness
-- kept
SELECT at AT TIME ZONE 'UTC' FROM events;
= 2024-05-05 12:00:00
