-- from
CREATE TABLE t (id int PRIMARY KEY, b int, c int GENERATED ALWAYS AS (a + 1) STORED, a int, CONSTRAINT less CHECK (a < b));
CREATE INDEX t_a_idx ON t (b) WHERE a > 0;
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT id FROM t WHERE a > 0;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER upon AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY p ON t USING (a > 0);
CREATE STATISTICS st ON a, b FROM t;
INSERT INTO t (id, a, b) VALUES (1, 1, 2);
-- to
CREATE TABLE t (id int PRIMARY KEY, b int, c int);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w AS SELECT id FROM t WHERE b > 0;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- back
-- refused
data-loss
-- lacks
CASCADE
-- in place
table t
-- kept
SELECT id, b, c FROM t;
= 1|2|2
-- lost
column t.a
column t.c
