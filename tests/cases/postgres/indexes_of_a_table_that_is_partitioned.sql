-- from
CREATE TABLE logs (at int NOT NULL, n int, m int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX gone ON logs (n);
CREATE INDEX other ON logs (n, m);
INSERT INTO logs VALUES (1, 2, 3);
-- to
CREATE TABLE logs (at int NOT NULL, n int, m int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX other ON logs (m, n);
CREATE UNIQUE INDEX one ON logs (at) INCLUDE (n);
COMMENT ON INDEX one IS 'key';
-- back
-- in place
table logs_1
-- kept
SELECT at, n, m FROM logs;
= 1|2|3
