-- from
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE logs (at int NOT NULL, kind int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20) PARTITION BY LIST (kind);
CREATE TABLE logs_2_1 PARTITION OF logs_2 FOR VALUES IN (1);
CREATE INDEX logs_1_own_idx ON logs_1 (what);
INSERT INTO logs VALUES (1, 1, 'x'), (11, 1, 'y');
-- to
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE logs (at int NOT NULL, kind int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs (what DEFAULT 'first', CONSTRAINT what_is_short CHECK (length(what) < 100)) FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20) PARTITION BY LIST (kind);
CREATE TABLE logs_2_1 PARTITION OF logs_2 (kind DEFAULT 1) FOR VALUES IN (1);
CREATE TABLE logs_2_2 PARTITION OF logs_2 FOR VALUES IN (2);
CREATE UNIQUE INDEX logs_key ON logs (at, kind);
CREATE INDEX logs_2_1_own_idx ON logs_2_1 (what);
CREATE INDEX logs_2_kind_idx ON logs_2 (kind);
CREATE TRIGGER own BEFORE INSERT ON logs_1 FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE logs_1 ALTER at SET STATISTICS 50;
-- back
-- in place
table logs_1
table logs_2_1
-- kept
SELECT at, kind, what FROM logs ORDER BY at;
= 1|1|x
= 11|1|y
