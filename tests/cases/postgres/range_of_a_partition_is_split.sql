-- Rows that the bound no longer takes go to the partition that does. The way back would drop that with its rows.
-- from
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (20);
INSERT INTO logs VALUES (1, 'x'), (15, 'y');
-- to
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
-- kept
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 15|y
SELECT at, what FROM logs_2;
= 15|y
