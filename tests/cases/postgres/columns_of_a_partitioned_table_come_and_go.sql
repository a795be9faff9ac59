-- from
CREATE TABLE logs (at int NOT NULL, gone text, n int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
INSERT INTO logs VALUES (1, 'x', 2);
-- to
CREATE TABLE logs (at int NOT NULL, n int NOT NULL DEFAULT 5, added text DEFAULT 'y', CONSTRAINT positive CHECK (n > 0)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
COMMENT ON COLUMN logs.n IS 'how many';
-- back
-- in place
table logs_1
-- kept
SELECT at, n, added FROM logs;
= 1|2|y
-- kept back
SELECT at, gone, n FROM logs;
= 1||2
-- lost
column logs_1.gone
