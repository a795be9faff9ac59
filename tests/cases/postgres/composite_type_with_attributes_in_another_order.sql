-- An attribute is known by its name, not by its place.
-- from
CREATE TYPE span AS (low int, high int, unit text);
CREATE TABLE rooms (id int PRIMARY KEY, heat span NOT NULL DEFAULT ROW(1, 2, 'C'), size span);
CREATE TABLE logs (at int, what span) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
INSERT INTO rooms VALUES (1, ROW(3, 4, 'F'), ROW(NULL, NULL, NULL)), (2, DEFAULT, NULL);
INSERT INTO logs VALUES (1, ROW(5, 6, 'm'));
-- to
CREATE TYPE span AS (unit text, high bigint, middle int, low int);
CREATE TABLE rooms (id int PRIMARY KEY, heat span NOT NULL DEFAULT ROW('C', 2, NULL, 1), size span);
CREATE TABLE logs (at bigint, what span) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
-- back
-- refused
table-rewrite
not data-loss
-- kept
SELECT (heat).low, (heat).high, (heat).unit, (heat).middle, size IS NOT DISTINCT FROM NULL FROM rooms ORDER BY id;
= 3|4|F||f
= 1|2|C||t
SELECT what FROM logs;
= (m,6,,5)
-- kept back
SELECT heat, size IS NOT DISTINCT FROM NULL FROM rooms ORDER BY id;
= (3,4,F)|f
= (1,2,C)|t
