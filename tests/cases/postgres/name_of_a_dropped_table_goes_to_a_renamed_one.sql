-- from
CREATE TABLE old (id int CONSTRAINT old_key PRIMARY KEY, n text);
CREATE TABLE new (id int CONSTRAINT new_key PRIMARY KEY, m int);
INSERT INTO old VALUES (1, 'dropped');
INSERT INTO new VALUES (2, 7);
-- to
CREATE TABLE old (id int CONSTRAINT new_key PRIMARY KEY, m int);
-- options
--rename=table:public.new=old
-- back
--rename=table:public.old=new
-- refused
data-loss
-- in place
table new
-- kept
SELECT id, m FROM old;
= 2|7
-- kept back
SELECT id, m FROM new;
= 2|7
SELECT count(*) FROM old;
= 0
-- lost
table old
