-- from
CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT UNIQUE CHECK (length(fullname) > 0), upper_name TEXT AS (upper(fullname)) STORED, CONSTRAINT not_odd CHECK (users.fullname <> 'fullname'));
CREATE TABLE mails (id INTEGER PRIMARY KEY, to_name TEXT REFERENCES users (fullname) ON UPDATE CASCADE, fullname TEXT);
CREATE INDEX users_some ON users (lower(fullname) DESC, id) WHERE fullname IS NOT NULL;
CREATE VIEW names AS SELECT u.fullname, m.fullname AS other FROM users u JOIN mails m ON m.to_name = u.fullname;
CREATE VIEW loud AS SELECT upper(fullname) AS fullname FROM names;
CREATE TRIGGER users_update AFTER UPDATE OF fullname ON users WHEN NEW.fullname <> OLD.fullname BEGIN UPDATE mails SET fullname = NEW.fullname; END;
CREATE TRIGGER mails_insert AFTER INSERT ON mails BEGIN INSERT INTO users (fullname) SELECT NEW.fullname WHERE NEW.fullname NOT IN (SELECT fullname FROM users); END;
INSERT INTO users (id, fullname) VALUES (1, 'Ada');
INSERT INTO mails VALUES (1, 'Ada', 'Bob');
-- to
CREATE TABLE users (id INTEGER PRIMARY KEY, full_name TEXT UNIQUE CHECK (length(full_name) > 0), upper_name TEXT AS (upper(full_name)) STORED, CONSTRAINT not_odd CHECK (users.full_name <> 'fullname'));
CREATE TABLE mails (id INTEGER PRIMARY KEY, to_name TEXT REFERENCES users (full_name) ON UPDATE CASCADE, fullname TEXT);
CREATE INDEX users_some ON users (lower(full_name) DESC, id) WHERE full_name IS NOT NULL;
CREATE VIEW names AS SELECT u.full_name, m.fullname AS other FROM users u JOIN mails m ON m.to_name = u.full_name;
CREATE VIEW loud AS SELECT upper(full_name) AS fullname FROM names;
CREATE TRIGGER users_update AFTER UPDATE OF full_name ON users WHEN NEW.full_name <> OLD.full_name BEGIN UPDATE mails SET fullname = NEW.full_name; END;
CREATE TRIGGER mails_insert AFTER INSERT ON mails BEGIN INSERT INTO users (full_name) SELECT NEW.fullname WHERE NEW.fullname NOT IN (SELECT full_name FROM users); END;
-- options
--rename
column:users.fullname=full_name
-- lacks
DROP TABLE
-- kept
SELECT full_name, upper_name FROM users ORDER BY id;
= Ada|ADA
= Bob|BOB
SELECT fullname FROM loud;
= ADA
PRAGMA foreign_keys = ON; UPDATE users SET full_name = 'Eve' WHERE id = 1; SELECT to_name, fullname FROM mails;
= Eve|Eve
