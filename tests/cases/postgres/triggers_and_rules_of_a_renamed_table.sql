-- from
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, n int);
CREATE TRIGGER one BEFORE INSERT ON a FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION touch();
CREATE RULE two AS ON UPDATE TO a WHERE OLD.n > 0 DO ALSO SELECT OLD.n;
CREATE POLICY three ON a USING (n IN (SELECT n FROM a));
ALTER TABLE a DISABLE TRIGGER one;
INSERT INTO a VALUES (1, 2);
-- to
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE b (id int CONSTRAINT a_key PRIMARY KEY, m int);
CREATE TRIGGER one BEFORE INSERT ON b FOR EACH ROW WHEN (NEW.m > 0) EXECUTE FUNCTION touch();
CREATE RULE two AS ON UPDATE TO b WHERE OLD.m > 0 DO ALSO SELECT OLD.m AS n;
CREATE POLICY three ON b USING (m IN (SELECT a.m FROM b a));
-- options
--rename=table:public.a=b
--rename=column:public.a.n=m
-- back
--rename=table:public.b=a
--rename=column:public.b.m=n
-- in place
table a
trigger one
-- kept
SELECT id, m FROM b;
= 1|2
