-- from
CREATE SCHEMA app;
CREATE SCHEMA old;
CREATE TYPE app.kind AS ENUM ('a', 'b');
CREATE TABLE app.t (id serial PRIMARY KEY, k app.kind DEFAULT 'a', n int);
CREATE TABLE old.t (id int PRIMARY KEY, t_id int REFERENCES app.t, u text UNIQUE);
CREATE VIEW app.v AS SELECT t.id, o.u FROM app.t JOIN old.t o ON o.t_id = t.id;
CREATE FUNCTION app.f(x app.t) RETURNS app.kind LANGUAGE sql IMMUTABLE AS 'SELECT x.k';
CREATE FUNCTION old.g() RETURNS SETOF app.v LANGUAGE sql STABLE BEGIN ATOMIC SELECT v.id, v.u FROM app.v; END;
CREATE INDEX ti ON app.t (k) WHERE k = 'a';
GRANT USAGE ON SCHEMA app TO app_reader;
COMMENT ON SCHEMA old IS 'was old';
INSERT INTO app.t (n) VALUES (1), (2);
INSERT INTO old.t VALUES (1, 1, 'x');
-- to
CREATE SCHEMA old;
CREATE SCHEMA new;
CREATE TYPE old.kind AS ENUM ('a', 'b', 'c');
CREATE TABLE old.t (id bigserial PRIMARY KEY, k old.kind DEFAULT 'b', n int);
CREATE TABLE new.o (id int CONSTRAINT t_pkey PRIMARY KEY, t_id bigint CONSTRAINT t_t_id_fkey REFERENCES old.t, u varchar(10) CONSTRAINT t_u_key UNIQUE);
CREATE VIEW old.v AS SELECT t.id, o.u FROM old.t JOIN new.o o ON o.t_id = t.id;
CREATE FUNCTION old.f(x old.t) RETURNS old.kind LANGUAGE sql IMMUTABLE AS 'SELECT x.k';
CREATE FUNCTION new.g() RETURNS SETOF old.v LANGUAGE sql STABLE BEGIN ATOMIC SELECT v.id, v.u FROM old.v; END;
CREATE INDEX ti ON old.t (k) WHERE k = 'a';
GRANT USAGE ON SCHEMA old TO app_reader;
COMMENT ON SCHEMA new IS 'was old';
-- options
--rename=schema:app=old
--rename=schema:old=new
--rename=table:old.t=new.o
-- back
--rename=schema:old=app
--rename=schema:new=old
--rename=table:new.o=old.t
-- kept
SELECT id, u FROM new.g();
= 1|x
SELECT id, k, n FROM old.t ORDER BY id;
= 1|a|1
= 2|a|2
INSERT INTO old.t (n) VALUES (3) RETURNING id, k;
= 3|b
