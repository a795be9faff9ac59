-- from
CREATE TABLE t (id int PRIMARY KEY, name varchar(20), n int);
CREATE VIEW v AS SELECT id, name, n FROM t WITH CHECK OPTION;
CREATE VIEW w WITH (security_invoker = true) AS SELECT id, n FROM v;
GRANT SELECT, INSERT, UPDATE (n) ON v TO app_writer WITH GRANT OPTION;
ALTER VIEW w OWNER TO app_owner;
INSERT INTO t VALUES (1, 'ann', 5);
-- to
CREATE TABLE t (id int PRIMARY KEY, name text, n numeric(10,2));
CREATE VIEW v AS SELECT id, name, n FROM t WITH CHECK OPTION;
CREATE VIEW w WITH (security_invoker = true) AS SELECT id, n FROM v;
GRANT SELECT, INSERT, UPDATE (n) ON v TO app_writer WITH GRANT OPTION;
ALTER VIEW w OWNER TO app_owner;
-- back
-- kept
SELECT id, name, n FROM v;
= 1|ann|5.00
-- kept back
SELECT id, name, n FROM v;
= 1|ann|5
