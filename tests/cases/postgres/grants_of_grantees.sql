-- Who was given the right to grant has granted.
-- from
CREATE TABLE a (id int PRIMARY KEY);
GRANT SELECT ON a TO app_writer WITH GRANT OPTION;
-- to
CREATE TABLE a (id int PRIMARY KEY);
GRANT SELECT ON a TO app_writer WITH GRANT OPTION;
SET ROLE app_writer;
GRANT SELECT ON a TO app_reader;
-- back
