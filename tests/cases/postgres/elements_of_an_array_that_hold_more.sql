-- from
CREATE TABLE t (id int, numbers int[], price numeric(8,2)[]);
INSERT INTO t VALUES (1, '{1,2}', '{1.25}');
-- to
CREATE TABLE t (id int, numbers bigint[], price numeric(12,2)[]);
-- back
-- refused
not data-loss
-- kept
SELECT * FROM t;
= 1|{1,2}|{1.25}
