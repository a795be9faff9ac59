-- from
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE lines (line text) SERVER files OPTIONS (filename '/dev/null');
CREATE VIEW v AS SELECT line FROM lines;
-- to
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE lines (line text);
CREATE VIEW v AS SELECT line FROM lines;
-- back
-- kept
SELECT count(*) FROM v;
= 0
