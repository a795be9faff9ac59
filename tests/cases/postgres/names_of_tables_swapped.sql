-- from
CREATE TABLE a (id int CONSTRAINT one PRIMARY KEY, n text);
CREATE TABLE b (id int CONSTRAINT two PRIMARY KEY, m text);
CREATE TABLE c (id int PRIMARY KEY, a_id int CONSTRAINT to_a REFERENCES a, b_id int CONSTRAINT to_b REFERENCES b);
INSERT INTO a VALUES (1, 'was a');
INSERT INTO b VALUES (2, 'was b');
INSERT INTO c VALUES (1, 1, 2);
-- to
CREATE TABLE b (id int CONSTRAINT one PRIMARY KEY, n text);
CREATE TABLE a (id int CONSTRAINT two PRIMARY KEY, m text);
CREATE TABLE c (id int PRIMARY KEY, a_id int CONSTRAINT to_a REFERENCES b, b_id int CONSTRAINT to_b REFERENCES a);
-- options
--rename=table:public.a=b
--rename=table:public.b=a
-- back
--rename=table:public.a=b
--rename=table:public.b=a
-- lacks
(CREATE|DROP)
-- in place
table a
table b
constraint to_a
constraint to_b
-- kept
SELECT n FROM b;
= was a
SELECT m FROM a;
= was b
-- kept back
SELECT n FROM a;
= was a
