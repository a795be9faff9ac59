-- from
CREATE TABLE users (id serial CONSTRAINT users_pkey PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT orders_user_id_fkey REFERENCES users);
CREATE INDEX users_name_idx ON users (name);
CREATE VIEW names AS SELECT id, name FROM users;
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION note();
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (name = CURRENT_USER);
GRANT SELECT ON users TO app_reader;
COMMENT ON TABLE users IS 'people';
INSERT INTO users (name) VALUES ('ann'), ('bob');
INSERT INTO orders VALUES (1, 2);
-- to
CREATE SEQUENCE users_id_seq AS integer;
CREATE TABLE people (id int NOT NULL DEFAULT nextval('users_id_seq') CONSTRAINT users_pkey PRIMARY KEY, name text);
ALTER SEQUENCE users_id_seq OWNED BY people.id;
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT orders_user_id_fkey REFERENCES people);
CREATE INDEX users_name_idx ON people (name);
CREATE VIEW names AS SELECT id, name FROM people;
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION note();
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON people USING (name = CURRENT_USER);
GRANT SELECT ON people TO app_reader;
COMMENT ON TABLE people IS 'people';
-- options
--rename=table:public.users=people
-- back
--rename=table:public.people=users
-- lacks
(CREATE|DROP)
-- in place
table users
table users_pkey
table users_name_idx
table users_id_seq
table names
trigger noted
constraint orders_user_id_fkey
-- kept
SELECT id, name FROM people ORDER BY id;
= 1|ann
= 2|bob
INSERT INTO people (name) VALUES ('cy') RETURNING id;
= 3
-- kept back
SELECT id, name FROM users ORDER BY id;
= 1|ann
= 2|bob
= 3|cy
