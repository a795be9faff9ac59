-- from
CREATE TABLE logs (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
INSERT INTO logs VALUES (1, 'x'), (11, 'y'), (31, 'z');
-- to
CREATE TABLE logs (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
-- refused
long-lock
-- kept
SELECT at, what FROM logs_2;
= 11|y
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 11|y
= 31|z
