-- The way back finds rows that refer to nothing, where these are not mended.
-- from
CREATE SCHEMA old;
CREATE TYPE old.kind AS ENUM ('a', 'b');
CREATE DOMAIN old.code AS text CHECK (VALUE <> '');
CREATE TYPE old.pair AS (k old.kind, c old.code);
CREATE SEQUENCE old.numbers;
CREATE FUNCTION old.is_a(k old.kind) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT k::text = ''a''';
CREATE FUNCTION old.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE old.parents (id int PRIMARY KEY DEFAULT nextval('old.numbers'), k old.kind DEFAULT 'a', c old.code, p old.pair, CONSTRAINT is_a CHECK (old.is_a(k)));
CREATE TABLE old.children (id serial PRIMARY KEY, parent int REFERENCES old.parents ON DELETE CASCADE);
CREATE TABLE old.logs (at int, k old.kind) PARTITION BY RANGE (at);
CREATE TABLE old.logs_1 PARTITION OF old.logs FOR VALUES FROM (0) TO (10);
CREATE INDEX parents_k_idx ON old.parents (k) WHERE old.is_a(k);
CREATE INDEX logs_k_idx ON old.logs (k);
CREATE VIEW old.v1 AS SELECT id, k FROM old.parents WHERE old.is_a(k);
CREATE VIEW old.v2 AS SELECT v.id, c.id AS child FROM old.v1 v JOIN old.children c ON c.parent = v.id;
CREATE MATERIALIZED VIEW old.m AS SELECT * FROM old.v2;
CREATE UNIQUE INDEX m_idx ON old.m (id, child);
CREATE TRIGGER touched BEFORE INSERT ON old.children FOR EACH ROW EXECUTE FUNCTION old.touch();
CREATE POLICY p ON old.parents USING (old.is_a(k));
CREATE STATISTICS old.st ON id, k FROM old.parents;
CREATE TABLE kept (id int PRIMARY KEY, k old.kind, c old.code, parent int CONSTRAINT to_parent REFERENCES old.parents, n int DEFAULT nextval('old.numbers'));
CREATE VIEW seen AS SELECT k.id, v.child FROM kept k JOIN old.v2 v ON v.id = k.parent;
INSERT INTO old.parents (k, c) VALUES ('a', 'x');
INSERT INTO kept VALUES (1, 'a', 'y', 1);
-- to
CREATE SCHEMA new;
CREATE TYPE new.kind AS ENUM ('a', 'b');
CREATE TABLE kept (id int PRIMARY KEY, k new.kind, c text, parent int, n int);
CREATE VIEW seen AS SELECT id, NULL::int AS child FROM kept;
-- options
--rename=type:old.kind=new.kind
-- back
--rename=type:new.kind=old.kind
-- refused
data-loss
-- lacks
CASCADE
-- in place
table kept
-- kept
SELECT id, k, c, parent, n FROM kept;
= 1|a|y|1|2
UPDATE kept SET parent = NULL;
-- lost
table old.parents
column kept.parent
-- kept back
SELECT id, k, c, parent, n FROM kept;
= 1|a|y||2
SELECT count(*) FROM old.parents;
= 0
