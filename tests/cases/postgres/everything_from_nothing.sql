-- One of each kind, all at once.
-- from
SELECT 1;
-- to
SET client_min_messages = error;
CREATE SCHEMA app;
CREATE EXTENSION hstore SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'happy');
CREATE DOMAIN app.mail AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TYPE app.address AS (street text, mail app.mail);
CREATE TYPE app.speeds AS RANGE (subtype = float8);
CREATE FUNCTION app.is_good(m app.mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT m::text = ''happy''';
CREATE TABLE app.users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, feels app.mood NOT NULL DEFAULT 'sad', mail app.mail UNIQUE, home app.address, extra app.hstore, good boolean GENERATED ALWAYS AS (app.is_good(feels)) STORED);
CREATE TABLE app.logs (at int, who bigint REFERENCES app.users, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE app.logs_1 PARTITION OF app.logs FOR VALUES FROM (0) TO (10);
CREATE INDEX users_good_idx ON app.users (mail) WHERE app.is_good(feels);
CREATE VIEW app.good AS SELECT id FROM app.users WHERE good;
CREATE MATERIALIZED VIEW app.counts AS SELECT feels, count(*) AS n FROM app.users GROUP BY feels;
CREATE UNIQUE INDEX counts_idx ON app.counts (feels);
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON app.users FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE RULE noted AS ON DELETE TO app.users DO ALSO NOTIFY users;
ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.users TO app_reader USING (app.is_good(feels));
CREATE STATISTICS app.st ON id, feels FROM app.users;
CREATE PUBLICATION pub FOR TABLE app.users;
GRANT USAGE ON SCHEMA app TO app_reader;
GRANT SELECT ON app.users TO app_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO app_reader;
COMMENT ON TABLE app.users IS 'people';
-- back
-- kept
INSERT INTO app.users (feels, mail) VALUES ('happy', 'a@b') RETURNING id, good;
= 1|t
SELECT id FROM app.good;
= 1
