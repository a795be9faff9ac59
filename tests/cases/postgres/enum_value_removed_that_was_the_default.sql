-- from
CREATE TYPE state AS ENUM ('draft', 'open', 'done');
CREATE TABLE tickets (id int PRIMARY KEY, state state DEFAULT 'draft');
INSERT INTO tickets VALUES (1, 'open');
-- to
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE tickets (id int PRIMARY KEY, state state DEFAULT 'open');
-- back
-- kept
SELECT id, state FROM tickets;
= 1|open
