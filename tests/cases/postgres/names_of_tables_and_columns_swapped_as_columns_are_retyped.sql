-- from
CREATE TABLE a (id int CONSTRAINT ak PRIMARY KEY, x int, y text, n int GENERATED ALWAYS AS (x + 1) STORED);
CREATE TABLE b (id int CONSTRAINT bk PRIMARY KEY, x text, y int, a_id int CONSTRAINT ba REFERENCES a);
CREATE INDEX ai ON a (x); CREATE INDEX bi ON b (y);
CREATE VIEW v AS SELECT a.x, b.y FROM a JOIN b ON a_id = a.id;
CREATE TRIGGER at BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
INSERT INTO a VALUES (1, 10, 'a');
INSERT INTO b VALUES (2, 'b', 20, 1);
-- to
CREATE TABLE b (id bigint CONSTRAINT ak PRIMARY KEY, y bigint, x varchar, n bigint GENERATED ALWAYS AS (y + 1) STORED);
CREATE TABLE a (id int CONSTRAINT bk PRIMARY KEY, y text, x numeric, a_id bigint CONSTRAINT ba REFERENCES b);
CREATE INDEX bi ON b (y); CREATE INDEX ai ON a (x);
CREATE VIEW v AS SELECT a.y AS x, b.x AS y FROM b a JOIN a b ON a_id = a.id;
CREATE TRIGGER at BEFORE UPDATE ON b FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- options
--rename=table:public.a=b
--rename=table:public.b=a
--rename=column:public.a.x=y
--rename=column:public.a.y=x
--rename=column:public.b.x=y
--rename=column:public.b.y=x
--rename=index:public.ai=bi
--rename=index:public.bi=ai
-- back
--rename=table:public.a=b
--rename=table:public.b=a
--rename=column:public.a.x=y
--rename=column:public.a.y=x
--rename=column:public.b.x=y
--rename=column:public.b.y=x
--rename=index:public.ai=bi
--rename=index:public.bi=ai
-- kept
SELECT id, y, x, n FROM b;
= 1|10|a|11
SELECT id, y, x, a_id FROM a;
= 2|b|20|1
SELECT x, y FROM v;
= 10|20
