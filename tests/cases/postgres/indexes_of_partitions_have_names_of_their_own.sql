-- from
CREATE TABLE logs (at int, n int, what text, CONSTRAINT logs_key PRIMARY KEY (at), CONSTRAINT one_n UNIQUE (n, at)) PARTITION BY RANGE (at);
CREATE TABLE first (at int CONSTRAINT first_key PRIMARY KEY, n int, what text, CONSTRAINT first_n UNIQUE (n, at));
CREATE INDEX first_by_what ON first (what);
ALTER TABLE logs ATTACH PARTITION first FOR VALUES FROM (0) TO (10);
CREATE INDEX logs_by_what ON logs (what);
COMMENT ON INDEX first_by_what IS 'of the first';
COMMENT ON CONSTRAINT first_n ON first IS 'one in the first';
INSERT INTO logs VALUES (1, 2, 'x');
-- to
CREATE TABLE logs (at int, n bigint, what text, CONSTRAINT logs_key PRIMARY KEY (at), CONSTRAINT one_n UNIQUE (n, at)) PARTITION BY RANGE (at);
CREATE TABLE first (at int CONSTRAINT first_key PRIMARY KEY, n bigint, what text, CONSTRAINT first_n UNIQUE (n, at));
CREATE TABLE second (at int CONSTRAINT second_key PRIMARY KEY, n bigint, what text, CONSTRAINT second_n UNIQUE (n, at));
CREATE INDEX first_by_what ON first (what);
CREATE INDEX second_by_what ON second (what);
ALTER TABLE logs ATTACH PARTITION first FOR VALUES FROM (0) TO (10);
ALTER TABLE logs ATTACH PARTITION second FOR VALUES FROM (10) TO (20);
CREATE INDEX logs_by_what ON logs (what);
CREATE UNIQUE INDEX first_what ON first (what, at);
CREATE UNIQUE INDEX logs_what ON logs (what, at);
COMMENT ON INDEX first_by_what IS 'of the first';
COMMENT ON CONSTRAINT first_n ON first IS 'one in the first';
-- back
-- kept
INSERT INTO logs VALUES (11, 3, 'y');
SELECT at, n, what FROM logs ORDER BY at;
= 1|2|x
= 11|3|y
DELETE FROM logs WHERE at = 11;
SELECT inhrelid::regclass, inhparent::regclass FROM pg_inherits WHERE inhrelid::regclass::text LIKE 'first\_%' ORDER BY inhrelid::regclass::text;
= first_by_what|logs_by_what
= first_key|logs_key
= first_n|one_n
= first_what|logs_what
