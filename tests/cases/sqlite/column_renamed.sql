-- from
CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT CHECK (length(fullname) > 0), upper_name TEXT AS (upper(fullname)));
CREATE INDEX users_name ON users (fullname) WHERE fullname IS NOT NULL;
CREATE VIEW names AS SELECT fullname FROM users;
CREATE TRIGGER users_update AFTER UPDATE OF fullname ON users BEGIN SELECT NEW.fullname; END;
INSERT INTO users (id, fullname) VALUES (1, 'Ada');
-- to
CREATE TABLE users (id INTEGER PRIMARY KEY, full_name TEXT CHECK (length(full_name) > 0), upper_name TEXT AS (upper(full_name)));
CREATE INDEX users_name ON users (full_name) WHERE full_name IS NOT NULL;
CREATE VIEW names AS SELECT full_name FROM users;
CREATE TRIGGER users_update AFTER UPDATE OF full_name ON users BEGIN SELECT NEW.full_name; END;
-- options
--rename
column:users.fullname=full_name
-- kept
SELECT * FROM users;
= 1|Ada|ADA
