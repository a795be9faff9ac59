-- There is nothing to do, and no way back.
-- from
CREATE TABLE logs (at int NOT NULL, what text, n int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 (n int, gone int, what text, at int NOT NULL);
ALTER TABLE logs_1 DROP gone;
ALTER TABLE logs ATTACH PARTITION logs_1 FOR VALUES FROM (0) TO (10);
CREATE INDEX logs_what_idx ON logs (what, n);
INSERT INTO logs VALUES (1, 'x', 2);
-- to
CREATE TABLE logs (at int NOT NULL, what text, n int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX logs_what_idx ON logs (what, n);
-- lacks
.
-- in place
table logs_1
-- kept
SELECT at, what, n FROM logs;
= 1|x|2
