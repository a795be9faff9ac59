-- from
CREATE SCHEMA gone;
CREATE SCHEMA stays;
GRANT USAGE ON SCHEMA stays TO app_reader;
-- to
CREATE SCHEMA stays;
CREATE SCHEMA new AUTHORIZATION app_owner;
CREATE TABLE new.t (id int PRIMARY KEY);
COMMENT ON SCHEMA new IS 'fresh';
COMMENT ON SCHEMA stays IS 'old';
GRANT CREATE ON SCHEMA stays TO app_writer;
-- back
