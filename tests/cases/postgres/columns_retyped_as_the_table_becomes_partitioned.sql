-- Rows are copied with their values in the later types; a partition that stays brings its own.
-- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE logs (at text, mood mood, parts mood[]);
INSERT INTO logs VALUES ('1', 'sad', '{happy}');
CREATE TABLE notes (at text, n int) PARTITION BY LIST (at);
CREATE TABLE notes_1 PARTITION OF notes FOR VALUES IN ('1');
INSERT INTO notes VALUES ('1', 2);
-- to
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE logs (at int, mood mood, parts text[]) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE notes (at int, n bigint) PARTITION BY LIST (n);
CREATE TABLE notes_1 PARTITION OF notes FOR VALUES IN (2);
-- back
-- kept
SELECT at, mood, parts FROM logs;
= 1|sad|{happy}
SELECT at, n FROM notes;
= 1|2
-- kept back
SELECT at, mood, parts FROM logs;
= 1|sad|{happy}
SELECT at, n FROM notes;
= 1|2
