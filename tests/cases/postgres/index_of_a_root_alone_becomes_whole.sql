-- No way back: an index that is not valid is nobody's aim.
-- from
CREATE TABLE logs (at int NOT NULL, m int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX whole ON ONLY logs (m);
INSERT INTO logs VALUES (1, 3);
-- to
CREATE TABLE logs (at int NOT NULL, m int) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX whole ON logs (m);
-- in place
table logs_1
-- kept
SELECT at, m FROM logs;
= 1|3
