-- from
SET client_min_messages = error;
CREATE SCHEMA app;
CREATE TABLE a (id int PRIMARY KEY, n int);
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE app.c (id int PRIMARY KEY);
CREATE PUBLICATION gone FOR TABLE a;
CREATE PUBLICATION everything;
CREATE PUBLICATION tables FOR TABLE a (id), b;
CREATE PUBLICATION operations FOR TABLE a WITH (publish = 'insert, update');
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA app;
-- to
SET client_min_messages = error;
CREATE SCHEMA app;
CREATE TABLE a (id int PRIMARY KEY, n int);
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE app.c (id int PRIMARY KEY);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION tables FOR TABLE a WHERE (id > 5), app.c;
CREATE PUBLICATION operations FOR TABLE a WITH (publish = 'delete', publish_via_partition_root);
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA public;
CREATE PUBLICATION coming FOR TABLE b;
ALTER PUBLICATION operations OWNER TO app_owner;
COMMENT ON PUBLICATION coming IS 'new';
-- back
-- in place
table a
