-- from
CREATE TABLE parts (id int PRIMARY KEY, whole int REFERENCES parts, cost int);
CREATE FUNCTION weight(cost int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT cost';
CREATE VIEW tree AS WITH RECURSIVE t AS (SELECT id, 0 AS depth FROM parts WHERE whole IS NULL UNION ALL SELECT p.id, t.depth + 1 FROM parts p JOIN t ON p.whole = t.id) SELECT id, depth FROM t;
CREATE VIEW ranked AS SELECT id, rank() OVER (ORDER BY weight(cost) DESC) AS place FROM parts;
INSERT INTO parts VALUES (1, NULL, 5), (2, 1, 9);
-- to
CREATE TABLE parts (id int PRIMARY KEY, whole int REFERENCES parts, cost bigint);
CREATE FUNCTION weight(cost bigint) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT -cost::numeric';
CREATE VIEW tree AS WITH RECURSIVE t AS (SELECT id, 1 AS depth FROM parts WHERE whole IS NULL UNION ALL SELECT p.id, t.depth + 1 FROM parts p JOIN t ON p.whole = t.id) SELECT id, depth FROM t;
CREATE VIEW ranked AS SELECT id, rank() OVER (ORDER BY weight(cost) DESC) AS place FROM parts;
-- back
-- kept
SELECT id, depth FROM tree ORDER BY id;
= 1|1
= 2|2
SELECT id, place FROM ranked ORDER BY id;
= 1|1
= 2|2
