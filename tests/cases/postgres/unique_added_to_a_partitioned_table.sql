-- An index of a partitioned table cannot be built concurrently.
-- from
CREATE TABLE logs (at int NOT NULL, n int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
INSERT INTO logs VALUES (1, 1), (11, 2);
-- to
CREATE TABLE logs (at int NOT NULL, n int, CONSTRAINT logs_key PRIMARY KEY (at), CONSTRAINT one_n UNIQUE (at, n)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE INDEX logs_n_idx ON logs (n) WHERE n > 0;
COMMENT ON CONSTRAINT one_n ON logs IS 'one';
-- back
-- in place
table logs_1
table logs_2
-- kept
SELECT at, n FROM logs ORDER BY at;
= 1|1
= 11|2
