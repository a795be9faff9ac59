-- from
CREATE TABLE p (id int, n int DEFAULT 1, t text, CONSTRAINT pos CHECK (n > 0));
CREATE TABLE c1 (own int) INHERITS (p);
CREATE TABLE c2 (n int DEFAULT 2, other int) INHERITS (p);
CREATE TABLE g (n int DEFAULT 3, z int) INHERITS (c1, c2);
CREATE INDEX c1_n ON c1 (n);
CREATE VIEW vg AS SELECT id, n, own FROM g;
CREATE VIEW vp AS SELECT id, n FROM p;
CREATE TRIGGER tr BEFORE UPDATE OF n ON c2 FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
INSERT INTO p VALUES (1, 1, 'p'); INSERT INTO c1 VALUES (2, 2, 'c1', 1); INSERT INTO c2 VALUES (3, 3, 'c2', 1); INSERT INTO g VALUES (4, 4, 'g', 1, 2, 3);
-- to
CREATE TABLE pp (id bigint, m bigint DEFAULT 1, u text, CONSTRAINT positive CHECK (m > 0), a text DEFAULT 'a');
CREATE TABLE c1 (own bigint) INHERITS (pp);
CREATE TABLE c2 (m bigint DEFAULT 5, other int) INHERITS (pp);
CREATE TABLE gg (m bigint DEFAULT 3, z int) INHERITS (c1, c2);
CREATE INDEX c1_n ON c1 (m);
CREATE VIEW vg AS SELECT id, m AS n, own FROM gg;
CREATE VIEW vp AS SELECT id, m AS n FROM pp;
CREATE TRIGGER tr BEFORE UPDATE OF m ON c2 FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- options
--rename=table:public.p=pp
--rename=table:public.g=gg
--rename=column:public.p.n=m
--rename=column:public.p.t=u
--rename=constraint:public.p.pos=positive
-- back
--rename=table:public.pp=p
--rename=table:public.gg=g
--rename=column:public.pp.m=n
--rename=column:public.pp.u=t
--rename=constraint:public.pp.positive=pos
-- kept
SELECT id, m, u, a FROM pp ORDER BY id;
= 1|1|p|a
= 2|2|c1|a
= 3|3|c2|a
= 4|4|g|a
