-- A table becomes a materialized view, and a sequence takes the name of a view.
-- from
CREATE TABLE source (id int PRIMARY KEY, n int);
CREATE TABLE sums (n bigint);
CREATE VIEW names AS SELECT n FROM sums;
INSERT INTO source VALUES (1, 5);
-- to
CREATE TABLE source (id int PRIMARY KEY, n int);
CREATE MATERIALIZED VIEW sums AS SELECT sum(n) AS n FROM source;
CREATE VIEW shown AS SELECT n FROM sums;
CREATE SEQUENCE names;
-- back
-- refused
data-loss
-- kept
SELECT n FROM shown;
= 5
