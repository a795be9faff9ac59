-- Row types in arguments, and a view upon a materialized view.
-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION n_of(r t) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT r.n';
CREATE VIEW v AS SELECT t.id, n_of(t.*) AS n FROM t;
CREATE MATERIALIZED VIEW m AS SELECT n FROM v;
CREATE VIEW w AS SELECT n FROM m;
GRANT SELECT ON w TO app_reader;
INSERT INTO t VALUES (1, 5);
REFRESH MATERIALIZED VIEW m;
-- to
CREATE TABLE t (id int PRIMARY KEY, n bigint);
CREATE FUNCTION n_of(r t) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT r.n';
CREATE VIEW v AS SELECT t.id, n_of(t.*) AS n FROM t;
CREATE MATERIALIZED VIEW m AS SELECT n FROM v;
CREATE VIEW w AS SELECT n FROM m;
GRANT SELECT ON w TO app_reader;
-- back
-- kept
SELECT n, pg_typeof(n) FROM w;
= 5|bigint
-- kept back
SELECT n, pg_typeof(n) FROM w;
= 5|integer
