-- from
CREATE TABLE t (id int, price money, numbers int[], at timestamptz, long oid, span interval);
INSERT INTO t VALUES (1, 1.5, '{1,2}', '2026-01-02 03:04:05Z', 7, '3 hours');
-- to
CREATE TABLE t (id int, price numeric(10,2), numbers bigint[], at time, long bigint, span time);
-- refused
table-rewrite
-- lacks
USING
-- kept
SET timezone = 'UTC'; SELECT * FROM t;
= 1|1.50|{1,2}|03:04:05|7|03:00:00
