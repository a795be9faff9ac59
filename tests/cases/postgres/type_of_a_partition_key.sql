-- The server refuses to alter what a table is partitioned by: rows are copied, with their partitions.
-- from
CREATE TYPE state AS ENUM ('new', 'gone', 'done');
CREATE TABLE logs (at int, n int, CONSTRAINT logs_key PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE INDEX logs_n_idx ON logs (n);
CREATE TABLE notes (id int PRIMARY KEY, at int CONSTRAINT of_log REFERENCES logs);
CREATE VIEW seen AS SELECT l.at, l.n FROM logs l JOIN notes USING (at);
GRANT SELECT ON logs, logs_1 TO app_reader;
CREATE TABLE tasks (state state DEFAULT 'new', n int) PARTITION BY LIST (state);
CREATE TABLE tasks_open PARTITION OF tasks FOR VALUES IN ('new', 'gone');
CREATE TABLE tasks_done PARTITION OF tasks FOR VALUES IN ('done');
INSERT INTO logs VALUES (1, 2), (11, 3);
INSERT INTO notes VALUES (1, 11);
INSERT INTO tasks VALUES ('new', 1), ('done', 2);
-- to
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE logs (at bigint, n int, CONSTRAINT logs_key PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE INDEX logs_n_idx ON logs (n);
CREATE TABLE notes (id int PRIMARY KEY, at bigint CONSTRAINT of_log REFERENCES logs);
CREATE VIEW seen AS SELECT l.at, l.n FROM logs l JOIN notes USING (at);
GRANT SELECT ON logs, logs_1 TO app_reader;
CREATE TABLE tasks (state state DEFAULT 'new', n int) PARTITION BY LIST (state);
CREATE TABLE tasks_open PARTITION OF tasks FOR VALUES IN ('new');
CREATE TABLE tasks_done PARTITION OF tasks FOR VALUES IN ('done');
-- back
-- refused
table-rewrite
long-lock
-- kept
SELECT at, n, pg_typeof(at) FROM seen;
= 11|3|bigint
SELECT tableoid::regclass, state, n FROM tasks ORDER BY n;
= tasks_open|new|1
= tasks_done|done|2
SELECT tableoid::regclass, at FROM logs ORDER BY at;
= logs_1|1
= logs_2|11
-- kept back
SELECT at, n, pg_typeof(at) FROM seen;
= 11|3|integer
