-- from
CREATE TABLE "users" ("id" INTEGER PRIMARY KEY, "fullname" TEXT, CHECK (length("fullname") > 0));
CREATE INDEX "users_name" ON "users" ("fullname") WHERE [fullname] <> '';
INSERT INTO users VALUES (1, 'Ada');
-- to
CREATE TABLE users (id INTEGER PRIMARY KEY, full_name TEXT, CHECK (length(full_name) > 0));
CREATE INDEX users_name ON users (full_name) WHERE full_name <> '';
-- options
--rename
column:users.fullname=full_name
-- kept
SELECT full_name FROM users;
= Ada
