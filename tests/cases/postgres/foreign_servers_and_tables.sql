-- from
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE SERVER far TYPE 'pg' VERSION '1' FOREIGN DATA WRAPPER postgres_fdw;
CREATE SERVER gone FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE lines (line text OPTIONS (force_not_null 'true'), n int) SERVER files OPTIONS (filename '/dev/null', format 'csv');
CREATE FOREIGN TABLE there (id int, name varchar(10)) SERVER far OPTIONS (table_name 'x');
CREATE FOREIGN TABLE gone_too (id int) SERVER gone;
COMMENT ON SERVER far IS 'far away';
-- to
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE SERVER far TYPE 'pg' VERSION '2' FOREIGN DATA WRAPPER postgres_fdw;
CREATE SERVER near TYPE 'pg' FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE lines (line text OPTIONS (force_null 'true'), n int NOT NULL, m int) SERVER files OPTIONS (filename '/dev/zero', format 'csv', header 'true');
CREATE FOREIGN TABLE there (id bigint, name text OPTIONS (column_name 'n')) SERVER far OPTIONS (table_name 'it''s', schema_name 's');
CREATE FOREIGN TABLE new (id int, CONSTRAINT positive CHECK (id > 0)) SERVER near;
CREATE VIEW v AS SELECT id, name FROM there;
ALTER SERVER far OWNER TO app_owner;
GRANT USAGE ON FOREIGN SERVER near TO app_reader;
COMMENT ON SERVER near IS 'at hand';
COMMENT ON FOREIGN TABLE lines IS 'of a file';
-- has
FOREIGN TABLE public\.lines OPTIONS \(SET filename '/dev/zero', ADD header 'true'\);
ALTER COLUMN line OPTIONS \(DROP force_not_null, ADD force_null 'true'\);
-- back
