-- from
CREATE TABLE logs (at int NOT NULL, what text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE TABLE gone (at int) PARTITION BY RANGE (at);
CREATE TABLE gone_1 PARTITION OF gone FOR VALUES FROM (0) TO (10);
INSERT INTO logs VALUES (1, 'x');
-- to
CREATE TABLE logs (at int NOT NULL, what text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
-- back
-- refused
data-loss
-- lacks
CASCADE
-- in place
table logs_1
-- kept
SELECT at, what FROM logs;
= 1|x
