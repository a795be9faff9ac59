-- from
CREATE TABLE users (id int PRIMARY KEY, fullname text);
CREATE VIEW names AS SELECT id, fullname FROM users;
CREATE VIEW more_names AS SELECT fullname || '!' AS loud FROM names;
GRANT SELECT ON names TO app_reader;
INSERT INTO users VALUES (1, 'ann');
-- to
CREATE TABLE users (id int PRIMARY KEY, full_name text);
CREATE VIEW names AS SELECT id, full_name FROM users;
CREATE VIEW more_names AS SELECT full_name || '!' AS loud FROM names;
GRANT SELECT ON names TO app_reader;
-- options
--rename=column:public.users.fullname=full_name
--rename=column:public.names.fullname=full_name
-- back
--rename=column:public.users.full_name=fullname
--rename=column:public.names.full_name=fullname
-- in place
table users
table names
table more_names
-- kept
SELECT full_name FROM names;
= ann
SELECT loud FROM more_names;
= ann!
