-- from
CREATE TYPE level AS ENUM ('high', 'low', 'middle');
CREATE TABLE alarms (id int PRIMARY KEY, level level, n int);
CREATE INDEX alarms_level_idx ON alarms (level);
CREATE INDEX alarms_high_idx ON alarms (n) WHERE level = 'high';
CREATE VIEW loud AS SELECT id FROM alarms WHERE level >= 'middle';
CREATE FUNCTION is_loud(level level) RETURNS boolean LANGUAGE sql AS 'SELECT level > ''low''';
INSERT INTO alarms VALUES (1, 'high', 1), (2, 'low', 2), (3, 'middle', 3);
-- to
CREATE TYPE level AS ENUM ('low', 'middle', 'high');
CREATE TABLE alarms (id int PRIMARY KEY, level level, n int);
CREATE INDEX alarms_level_idx ON alarms (level);
CREATE INDEX alarms_high_idx ON alarms (n) WHERE level = 'high';
CREATE VIEW loud AS SELECT id FROM alarms WHERE level >= 'middle';
CREATE FUNCTION is_loud(level level) RETURNS boolean LANGUAGE sql AS 'SELECT level > ''low''';
-- back
-- kept
SELECT id, level FROM alarms ORDER BY alarms.level;
= 2|low
= 3|middle
= 1|high
SELECT id FROM loud ORDER BY id;
= 1
= 3
SELECT is_loud('high'), is_loud('low');
= t|f
-- kept back
SELECT id, level FROM alarms ORDER BY alarms.level;
= 1|high
= 2|low
= 3|middle
