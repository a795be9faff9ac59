-- from
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
INSERT INTO logs VALUES (1, 'x'), (15, 'y');
-- to
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (-10) TO (12);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (12) TO (20);
-- back
-- in place
table logs_1
table logs_2
-- kept
INSERT INTO logs VALUES (-1, 'z');
SELECT at FROM logs_1 ORDER BY at;
= -1
= 1
DELETE FROM logs WHERE at = -1;
-- kept back
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 15|y
