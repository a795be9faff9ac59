-- No way leads back to an older one.
-- from
CREATE EXTENSION hstore VERSION '1.4';
CREATE TABLE t (id int PRIMARY KEY, attributes hstore);
INSERT INTO t VALUES (1, 'a=>1');
-- to
CREATE EXTENSION hstore VERSION '1.8';
CREATE TABLE t (id int PRIMARY KEY, attributes hstore);
-- in place
table t
type hstore
-- kept
SELECT attributes FROM t;
= "a"=>"1"
SELECT extversion FROM pg_extension WHERE extname = 'hstore';
= 1.8
