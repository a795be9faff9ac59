-- from
CREATE TABLE users (id int PRIMARY KEY, fullname text NOT NULL CONSTRAINT fullname_is_there CHECK (fullname <> ''), short text GENERATED ALWAYS AS (left(fullname, 3)) STORED);
CREATE TABLE mails (id int PRIMARY KEY, to_name text);
CREATE UNIQUE INDEX users_fullname_idx ON users (fullname);
CREATE INDEX users_some_idx ON users (id) WHERE fullname <> 'nobody';
ALTER TABLE mails ADD CONSTRAINT to_user FOREIGN KEY (to_name) REFERENCES users (fullname);
CREATE VIEW names AS SELECT id, fullname AS name FROM users;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (fullname = CURRENT_USER);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE UPDATE OF fullname ON users FOR EACH ROW WHEN (NEW.fullname <> OLD.fullname) EXECUTE FUNCTION note();
GRANT UPDATE (fullname) ON users TO app_writer;
COMMENT ON COLUMN users.fullname IS 'first and last';
INSERT INTO users VALUES (1, 'ann lee');
INSERT INTO mails VALUES (1, 'ann lee');
-- to
CREATE TABLE users (id int PRIMARY KEY, full_name text NOT NULL CONSTRAINT fullname_is_there CHECK (full_name <> ''), short text GENERATED ALWAYS AS (left(full_name, 3)) STORED);
CREATE TABLE mails (id int PRIMARY KEY, to_name text);
CREATE UNIQUE INDEX users_fullname_idx ON users (full_name);
CREATE INDEX users_some_idx ON users (id) WHERE full_name <> 'nobody';
ALTER TABLE mails ADD CONSTRAINT to_user FOREIGN KEY (to_name) REFERENCES users (full_name);
CREATE VIEW names AS SELECT id, full_name AS name FROM users;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (full_name = CURRENT_USER);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE UPDATE OF full_name ON users FOR EACH ROW WHEN (NEW.full_name <> OLD.full_name) EXECUTE FUNCTION note();
GRANT UPDATE (full_name) ON users TO app_writer;
COMMENT ON COLUMN users.full_name IS 'first and last';
-- options
--rename=column:public.users.fullname=full_name
-- back
--rename=column:public.users.full_name=fullname
-- lacks
(CREATE|DROP)
-- in place
table users
table users_fullname_idx
table users_some_idx
table names
trigger noted
constraint to_user
constraint fullname_is_there
-- kept
SELECT full_name, short FROM users;
= ann lee|ann
SELECT name FROM names;
= ann lee
-- kept back
SELECT fullname, short FROM users;
= ann lee|ann
