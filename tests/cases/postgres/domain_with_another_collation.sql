-- from
CREATE DOMAIN word AS text CONSTRAINT not_empty CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, w word);
CREATE INDEX t_w_idx ON t (w);
GRANT USAGE ON TYPE word TO app_reader;
INSERT INTO t VALUES (1, 'b'), (2, 'A');
-- to
CREATE DOMAIN word AS text COLLATE "C" CONSTRAINT not_empty CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, w word);
CREATE INDEX t_w_idx ON t (w);
GRANT USAGE ON TYPE word TO app_reader;
-- back
-- kept
SELECT w FROM t ORDER BY w;
= A
= b
