-- What a table is partitioned by cannot be altered.
-- from
CREATE TABLE logs (at int NOT NULL, n int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
INSERT INTO logs VALUES (1, 2);
-- to
CREATE TABLE logs (at int NOT NULL, n int NOT NULL) PARTITION BY LIST (n);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES IN (1, 2, 3);
-- back
-- kept
SELECT at, n FROM logs;
= 1|2
-- kept back
SELECT at, n FROM logs;
= 1|2
