-- from
CREATE SCHEMA lib;
CREATE EXTENSION hstore;
CREATE EXTENSION citext;
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id int PRIMARY KEY, attributes hstore, name citext);
COMMENT ON EXTENSION pgcrypto IS 'secrets';
INSERT INTO t VALUES (1, 'a=>1', 'Ann');
-- to
CREATE SCHEMA lib;
CREATE EXTENSION hstore SCHEMA lib;
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id int PRIMARY KEY, attributes lib.hstore);
COMMENT ON EXTENSION pgcrypto IS 'more secrets';
-- back
-- in place
table t
type hstore
-- kept
SELECT id, attributes FROM t;
= 1|"a"=>"1"
-- lost
column t.name
