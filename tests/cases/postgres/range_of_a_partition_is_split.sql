-- Rows that the bound no longer takes go to the partition that does, and come back from it before it is dropped.
-- from
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (20);
INSERT INTO logs VALUES (1, 'x'), (15, 'y');
-- to
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
-- back
-- in place
table logs_1
-- kept
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 15|y
SELECT at, what FROM logs_2;
= 15|y
-- kept back
SELECT at, what FROM logs_1 ORDER BY at;
= 1|x
= 15|y
