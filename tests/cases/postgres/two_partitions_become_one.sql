-- Rows of a partition that goes are moved to the ones that take its range; a range that nobody takes goes with them.
-- from
CREATE TABLE logs (id int, at int NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM (20) TO (30);
CREATE TABLE notes (id int, at int, FOREIGN KEY (id, at) REFERENCES logs);
INSERT INTO logs VALUES (1, 1), (2, 11);
INSERT INTO notes VALUES (2, 11);
CREATE TABLE kinds (k text) PARTITION BY LIST (k);
CREATE TABLE kinds_a PARTITION OF kinds FOR VALUES IN ('a');
CREATE TABLE kinds_b PARTITION OF kinds FOR VALUES IN ('b');
INSERT INTO kinds VALUES ('a'), ('b');
-- to
CREATE TABLE logs (id int, at int NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (20);
CREATE TABLE notes (id int, at int, FOREIGN KEY (id, at) REFERENCES logs);
CREATE TABLE kinds (k text) PARTITION BY LIST (k);
CREATE TABLE kinds_all PARTITION OF kinds FOR VALUES IN ('a', 'b');
-- back
-- kept
SELECT id, at FROM logs ORDER BY id;
= 1|1
= 2|11
SELECT id FROM notes;
= 2
SELECT k FROM kinds ORDER BY k;
= a
= b
-- kept back
SELECT id, at FROM logs_2;
= 2|11
SELECT k FROM kinds_b;
= b
