-- Rows stay in both.
-- from
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE TABLE other (at int NOT NULL, what text);
INSERT INTO logs VALUES (1, 'x'), (11, 'y');
INSERT INTO other VALUES (21, 'z');
-- to
CREATE TABLE logs (at int NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 (at int NOT NULL, what text);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE TABLE other PARTITION OF logs FOR VALUES FROM (20) TO (30);
-- back
-- in place
table logs
table logs_1
table other
-- kept
SELECT at, what FROM logs ORDER BY at;
= 11|y
= 21|z
SELECT at, what FROM logs_1;
= 1|x
-- kept back
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 11|y
SELECT at, what FROM other;
= 21|z
