-- One statement, which writes the rows anew once.
-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(3), c text DEFAULT '1', d int);
CREATE VIEW v AS SELECT a, c FROM t;
INSERT INTO t VALUES (1, 2, 'x', '3', 4);
-- to
CREATE TABLE t (id bigint PRIMARY KEY, a bigint, b text, c int DEFAULT 1, d int);
CREATE VIEW v AS SELECT a, c FROM t;
-- back
-- has
ALTER TABLE public\.t ALTER COLUMN a TYPE bigint, ALTER COLUMN b TYPE text, ALTER COLUMN c TYPE integer USING c::integer, ALTER COLUMN id TYPE bigint;
-- kept
SELECT id, a, b, c, d FROM t;
= 1|2|x|3|4
