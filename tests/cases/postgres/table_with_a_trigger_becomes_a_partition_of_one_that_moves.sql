-- No trigger fires because rows move; a table that was a partition keeps its rows.
-- from
CREATE TABLE seen (at int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO seen VALUES (new.at); RETURN NULL; END';
CREATE TABLE logs (at int);
CREATE TABLE logs_1 (at int);
INSERT INTO logs VALUES (1);
INSERT INTO logs_1 VALUES (2);
CREATE TRIGGER noted AFTER INSERT ON logs_1 FOR EACH ROW EXECUTE FUNCTION note();
-- to
CREATE TABLE seen (at int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO seen VALUES (new.at); RETURN NULL; END';
CREATE TABLE logs (at int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TRIGGER noted AFTER INSERT ON logs_1 FOR EACH ROW EXECUTE FUNCTION note();
-- back
-- refused
not data-loss
-- kept
SELECT count(*) FROM seen;
= 0
SELECT at FROM logs ORDER BY at;
= 1
= 2
INSERT INTO logs VALUES (3);
SELECT at FROM seen;
= 3
-- kept back
SELECT count(*) FROM logs;
= 0
SELECT at FROM logs_1 ORDER BY at;
= 1
= 2
= 3
-- lost
table logs
