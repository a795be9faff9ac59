-- from
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE VIEW ages AS SELECT age, count(*) AS n FROM people GROUP BY age;
CREATE VIEW most AS SELECT max(n) AS n FROM ages;
GRANT SELECT ON ages TO app_reader;
COMMENT ON VIEW ages IS 'how many of each';
INSERT INTO people VALUES (1, 20), (2, 20);
-- to
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS n FROM people GROUP BY age;
CREATE UNIQUE INDEX ages_age_idx ON ages (age);
CREATE VIEW most AS SELECT max(n) AS n FROM ages;
GRANT SELECT ON ages TO app_reader;
COMMENT ON MATERIALIZED VIEW ages IS 'how many of each';
-- back
-- kept
SELECT n FROM most;
= 2
