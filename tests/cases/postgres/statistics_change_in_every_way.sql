-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c text);
CREATE STATISTICS gone (mcv) ON a, b FROM t;
CREATE STATISTICS kinds (ndistinct) ON a, b FROM t;
CREATE STATISTICS columns ON a, b FROM t;
CREATE STATISTICS target ON b, c FROM t;
COMMENT ON STATISTICS columns IS 'former';
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c text);
CREATE STATISTICS kinds (ndistinct, mcv) ON a, b FROM t;
CREATE STATISTICS columns ON a, b, c FROM t;
CREATE STATISTICS target ON b, c FROM t;
ALTER STATISTICS target SET STATISTICS 50;
CREATE STATISTICS expression ON (a + b), lower(c) FROM t;
COMMENT ON STATISTICS columns IS 'three';
ALTER STATISTICS expression OWNER TO app_owner;
-- back
-- in place
table t
