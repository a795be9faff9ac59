-- from
CREATE SEQUENCE s AS int INCREMENT 2 MINVALUE 3 MAXVALUE 99 START 5 CACHE 4 CYCLE;
CREATE SEQUENCE up;
CREATE SEQUENCE kept;
SELECT nextval('s'), nextval('kept'), nextval('kept');
-- to
CREATE SEQUENCE s AS bigint INCREMENT 1 MINVALUE 1 START 1 CACHE 1;
CREATE SEQUENCE up AS smallint INCREMENT -1 MINVALUE -50 MAXVALUE 50 START 50;
COMMENT ON SEQUENCE up IS 'it goes down';
ALTER SEQUENCE up OWNER TO app_owner;
CREATE SEQUENCE kept CACHE 5;
-- back
-- in place
sequence s
sequence kept
-- kept
SELECT nextval('kept');
= 3
