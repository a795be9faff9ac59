-- An empty table could be converted, one with rows could not: never in silence.
-- from
CREATE TABLE things (id int PRIMARY KEY, key int, name text);
-- to
CREATE TABLE things (id int PRIMARY KEY, key uuid, name text);
-- back
-- refused
may-fail
-- kept
SELECT count(*) FROM things;
= 0
