-- from
CREATE SCHEMA old;
CREATE EXTENSION hstore SCHEMA old;
CREATE TYPE old.e AS ENUM ('a', 'b');
CREATE TYPE old.r AS RANGE (subtype = int, multirange_type_name = old.rs);
CREATE DOMAIN old.d AS old.e[] CHECK (cardinality(VALUE) < 9);
CREATE TYPE old.c AS (e old.e, d old.d, r old.r);
CREATE FUNCTION old.f(x old.c) RETURNS old.e LANGUAGE sql IMMUTABLE AS 'SELECT x.e';
CREATE AGGREGATE old.agg(int) (SFUNC = int4larger, STYPE = int);
CREATE PROCEDURE old.p(x old.e) LANGUAGE sql AS 'SELECT 1';
CREATE TABLE old.root (id int GENERATED ALWAYS AS IDENTITY, e old.e, c old.c, PRIMARY KEY (id, e)) PARTITION BY LIST (e);
CREATE TABLE old.root_a PARTITION OF old.root FOR VALUES IN ('a');
CREATE TABLE old.base (id int PRIMARY KEY, h old.hstore);
CREATE TABLE old.heir (x int) INHERITS (old.base);
CREATE TABLE old.typed OF old.c;
CREATE MATERIALIZED VIEW old.mv AS SELECT old.agg(id) AS n FROM old.root;
CREATE VIEW old.v AS SELECT n FROM old.mv;
CREATE FUNCTION old.sv() RETURNS SETOF old.v LANGUAGE sql BEGIN ATOMIC SELECT n FROM old.v; END;
CREATE FUNCTION old.t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE kept (id int PRIMARY KEY, e old.e DEFAULT 'a', es old.e[], r old.r, m old.rs, h old.hstore, x old.base, root int, re old.e, base int REFERENCES old.base, g old.e GENERATED ALWAYS AS (old.f(ROW('a', NULL, NULL)::old.c)) STORED, FOREIGN KEY (root, re) REFERENCES old.root);
CREATE TRIGGER t BEFORE INSERT ON kept FOR EACH ROW EXECUTE FUNCTION old.t();
CREATE VIEW kv AS SELECT k.id, k.e, s.n FROM kept k, old.sv() s;
CREATE MATERIALIZED VIEW kmv AS SELECT id FROM kv;
CREATE POLICY kp ON kept USING (e = old.f(ROW('a', NULL, NULL)::old.c));
CREATE INDEX ki ON kept (id) WHERE e = 'a';
INSERT INTO old.root (e, c) VALUES ('a', ROW('a', '{a}', '[1,2)'));
INSERT INTO old.base VALUES (1, 'x=>1');
INSERT INTO kept (id, e, es, r, m, h, root, re, base) VALUES (1, 'b', '{a,b}', '[1,5)', '{[1,5)}', 'y=>2', 1, 'a', 1);
-- to
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE kept (id int PRIMARY KEY, e e DEFAULT 'b', es text[], r text, m text, h text, root int, base int, g text);
CREATE VIEW kv AS SELECT k.id, k.e, 1 AS n FROM kept k;
CREATE MATERIALIZED VIEW kmv AS SELECT id FROM kv;
CREATE INDEX ki ON kept (id) WHERE e = 'a';
-- options
--rename=type:old.e=public.e
-- back
--rename=type:public.e=old.e
-- lost
table old.root_a
table old.base
column kept.x
column kept.re
column kept.root
column kept.base
-- kept
SELECT id, e, es, r, m, h, root, base, g FROM kept;
= 1|b|{a,b}|[1,5)|{[1,5)}|"y"=>"2"|1|1|a
UPDATE kept SET root = NULL, base = NULL;
