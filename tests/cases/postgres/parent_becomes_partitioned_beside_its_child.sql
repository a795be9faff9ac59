-- Only its own rows move: those of the child stay there.
-- from
CREATE TABLE logs (at int);
CREATE TABLE old_logs (at int) INHERITS (logs);
INSERT INTO logs VALUES (1);
INSERT INTO old_logs VALUES (2);
-- to
CREATE TABLE logs (at int) PARTITION BY RANGE (at);
CREATE TABLE logs_all PARTITION OF logs DEFAULT;
CREATE TABLE old_logs (at int);
-- back
-- kept
SELECT at FROM logs;
= 1
SELECT at FROM old_logs;
= 2
-- kept back
SELECT at FROM ONLY logs;
= 1
SELECT at FROM old_logs;
= 2
