CREATE TABLE t (a INT, b TEXT);
CREATE VIEW v AS SELECT a FROM t;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a INT, b VARCHAR(20))' WHERE name = 't';
PRAGMA writable_schema = RESET;
CREATE TABLE after_it (x);
ALTER TABLE t ADD COLUMN c;
