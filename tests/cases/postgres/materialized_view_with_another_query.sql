-- from
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE MATERIALIZED VIEW ages AS SELECT age FROM people;
CREATE INDEX ages_age_idx ON ages (age);
CREATE MATERIALIZED VIEW counts AS SELECT age, count(*) AS n FROM ages GROUP BY age;
CREATE UNIQUE INDEX counts_age_idx ON counts (age);
COMMENT ON MATERIALIZED VIEW ages IS 'of all';
COMMENT ON COLUMN counts.n IS 'how many';
GRANT SELECT ON ages, counts TO app_reader, app_owner;
ALTER MATERIALIZED VIEW counts OWNER TO app_owner;
INSERT INTO people VALUES (1, 20), (2, 30);
REFRESH MATERIALIZED VIEW ages;
REFRESH MATERIALIZED VIEW counts;
-- to
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE MATERIALIZED VIEW ages AS SELECT age FROM people WHERE age > 25;
CREATE INDEX ages_age_idx ON ages (age);
CREATE MATERIALIZED VIEW counts AS SELECT age, count(*) AS n FROM ages GROUP BY age;
CREATE UNIQUE INDEX counts_age_idx ON counts (age);
COMMENT ON MATERIALIZED VIEW ages IS 'of all';
COMMENT ON COLUMN counts.n IS 'how many';
GRANT SELECT ON ages, counts TO app_reader, app_owner;
ALTER MATERIALIZED VIEW counts OWNER TO app_owner;
-- back
-- kept
SELECT age, n FROM counts;
= 30|1
-- kept back
SELECT age, n FROM counts ORDER BY age;
= 20|1
= 30|1
