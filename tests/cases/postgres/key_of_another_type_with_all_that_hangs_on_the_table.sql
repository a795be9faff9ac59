-- from
CREATE TABLE t (id int CONSTRAINT k PRIMARY KEY, a int, b int, CONSTRAINT u UNIQUE (a), CONSTRAINT c CHECK (a > b), CONSTRAINT e EXCLUDE USING gist (int4range(a, b) WITH &&) WHERE (a < b));
CREATE TABLE f (id int PRIMARY KEY, t_id int CONSTRAINT ft REFERENCES t, a int CONSTRAINT fa REFERENCES t (a) ON UPDATE CASCADE);
ALTER TABLE t REPLICA IDENTITY USING INDEX k; 
CREATE STATISTICS st ON a, b FROM t;
SET client_min_messages = error;
CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (id > 1), f;
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY po ON t USING (a > 0) ; CREATE POLICY po2 ON f USING (EXISTS (SELECT FROM t WHERE t.a = f.a));
INSERT INTO t VALUES (1, 5, 2), (2, 6, 3); INSERT INTO f VALUES (1, 1, 5);
-- to
CREATE TABLE t (id uuid CONSTRAINT k2 PRIMARY KEY DEFAULT gen_random_uuid(), old_id int CONSTRAINT k UNIQUE, a numeric, c int NOT NULL DEFAULT 0, CONSTRAINT u UNIQUE (a, old_id), CONSTRAINT b CHECK (a > c));
CREATE TABLE f (id int PRIMARY KEY, t_id int CONSTRAINT ft REFERENCES t (old_id), a numeric);
ALTER TABLE t REPLICA IDENTITY FULL;
CREATE STATISTICS st ON a, c FROM t;
SET client_min_messages = error;
CREATE PUBLICATION p FOR TABLE t WHERE (old_id > 1);
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY po2 ON f USING (EXISTS (SELECT FROM t WHERE t.a = f.a AND c = 0));
-- options
--rename=column:public.t.id=old_id
-- back
--rename=column:public.t.old_id=id
-- lost
column t.b
-- kept
SELECT old_id, a, c FROM t ORDER BY 1;
= 1|5|0
= 2|6|0
SELECT t_id, a FROM f;
= 1|5
UPDATE t SET old_id = old_id;
