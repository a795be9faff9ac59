-- from
CREATE TABLE orders (id int PRIMARY KEY, amount int NOT NULL);
CREATE VIEW v1 AS SELECT id, amount FROM orders;
CREATE VIEW v2 AS SELECT id, amount + 1 AS more FROM v1;
CREATE VIEW v3 AS SELECT max(more) AS most FROM v2;
CREATE MATERIALIZED VIEW m AS SELECT id, more FROM v2;
CREATE UNIQUE INDEX m_id_idx ON m (id);
COMMENT ON VIEW v2 IS 'the second';
COMMENT ON COLUMN v2.more IS 'one more';
COMMENT ON INDEX m_id_idx IS 'of m';
GRANT SELECT ON v1, v3, m TO app_reader;
GRANT SELECT (more) ON v2 TO app_reader;
ALTER VIEW v3 OWNER TO app_owner;
INSERT INTO orders VALUES (1, 10), (2, 20);
REFRESH MATERIALIZED VIEW m;
-- to
CREATE TABLE orders (id int PRIMARY KEY, amount bigint NOT NULL);
CREATE VIEW v1 AS SELECT id, amount FROM orders;
CREATE VIEW v2 AS SELECT id, amount + 1 AS more FROM v1;
CREATE VIEW v3 AS SELECT max(more) AS most FROM v2;
CREATE MATERIALIZED VIEW m AS SELECT id, more FROM v2;
CREATE UNIQUE INDEX m_id_idx ON m (id);
COMMENT ON VIEW v2 IS 'the second';
COMMENT ON COLUMN v2.more IS 'one more';
COMMENT ON INDEX m_id_idx IS 'of m';
GRANT SELECT ON v1, v3, m TO app_reader;
GRANT SELECT (more) ON v2 TO app_reader;
ALTER VIEW v3 OWNER TO app_owner;
-- back
-- refused
table-rewrite
-- kept
SELECT id, amount FROM orders ORDER BY id;
= 1|10
= 2|20
SELECT id, more, pg_typeof(more) FROM m ORDER BY id;
= 1|11|bigint
= 2|21|bigint
-- kept back
SELECT id, amount FROM orders ORDER BY id;
= 1|10
= 2|20
SELECT id, more, pg_typeof(more) FROM m ORDER BY id;
= 1|11|integer
= 2|21|integer
