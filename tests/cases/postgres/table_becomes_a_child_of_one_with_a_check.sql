-- The server takes no child whose check is not valid.
-- from
CREATE TABLE p (a int, b text CHECK (length(b) < 9));
CREATE TABLE t (a int, b text);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE p (a int, b text CHECK (length(b) < 9));
CREATE TABLE t (a int, b text, CONSTRAINT p_b_check CHECK (length(b) < 9));
ALTER TABLE t INHERIT p;
-- back
-- has
VALIDATE CONSTRAINT p_b_check
-- in place
table t
-- kept
SELECT a, b FROM p;
= 1|x
