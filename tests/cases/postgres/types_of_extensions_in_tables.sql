-- What an extension brings is left alone.
-- from
CREATE EXTENSION hstore;
CREATE TABLE t (id int PRIMARY KEY, name text, attributes hstore DEFAULT 'a=>1');
CREATE INDEX t_attributes_idx ON t USING gin (attributes);
INSERT INTO t VALUES (1, 'Ann');
-- to
CREATE EXTENSION hstore;
CREATE EXTENSION citext;
CREATE TABLE t (id int PRIMARY KEY, name citext, attributes hstore DEFAULT 'b=>2', more hstore[]);
CREATE INDEX t_attributes_idx ON t USING gin (attributes);
CREATE INDEX t_name_idx ON t (name);
CREATE VIEW v AS SELECT id, attributes -> 'a' AS a FROM t WHERE name = 'ann';
-- back
-- kept
SELECT id, a FROM v;
= 1|1
