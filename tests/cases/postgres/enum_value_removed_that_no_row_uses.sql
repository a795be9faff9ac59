-- from
CREATE TYPE state AS ENUM ('new', 'open', 'stale', 'done');
CREATE TABLE tickets (id int PRIMARY KEY, state state NOT NULL DEFAULT 'new');
INSERT INTO tickets VALUES (1, 'open'), (2, 'done');
-- to
CREATE TYPE state AS ENUM ('new', 'open', 'done');
CREATE TABLE tickets (id int PRIMARY KEY, state state NOT NULL DEFAULT 'new');
-- back
-- refused
may-fail
-- kept
SELECT id, state FROM tickets ORDER BY id;
= 1|open
= 2|done
INSERT INTO tickets VALUES (3) RETURNING state;
= new
-- kept back
SELECT id, state FROM tickets ORDER BY id;
= 1|open
= 2|done
= 3|new
