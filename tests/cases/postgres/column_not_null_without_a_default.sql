-- What it should hold in rows that are there nobody knows.
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- to
CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL, CONSTRAINT has_name CHECK (name <> ''));
-- back
-- refused
may-fail
-- kept
INSERT INTO t VALUES (1, 'x') RETURNING name;
= x
