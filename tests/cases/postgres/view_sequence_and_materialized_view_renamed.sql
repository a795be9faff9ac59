-- from
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
CREATE MATERIALIZED VIEW m AS SELECT id FROM v;
CREATE SEQUENCE s START 5;
CREATE VIEW w AS SELECT v.id FROM v JOIN m USING (id);
GRANT SELECT ON v, m TO app_reader;
INSERT INTO t VALUES (1);
REFRESH MATERIALIZED VIEW m;
SELECT nextval('s');
-- to
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v2 AS SELECT id FROM t;
CREATE MATERIALIZED VIEW m2 AS SELECT id FROM v2;
CREATE SEQUENCE s2 START 5;
CREATE VIEW w AS SELECT v.id FROM v2 v JOIN m2 m USING (id);
GRANT SELECT ON v2, m2 TO app_reader;
-- options
--rename=table:public.v=v2
--rename=table:public.m=m2
--rename=sequence:public.s=s2
-- back
--rename=table:public.v2=v
--rename=table:public.m2=m
--rename=sequence:public.s2=s
-- in place
table v
table m
table s
-- kept
SELECT id FROM m2;
= 1
SELECT nextval('s2');
= 6
