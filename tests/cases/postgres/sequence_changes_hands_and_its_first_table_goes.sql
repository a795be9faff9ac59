-- from
CREATE SEQUENCE numbers;
CREATE TABLE a (id int PRIMARY KEY DEFAULT nextval('numbers'));
CREATE TABLE b (id int PRIMARY KEY DEFAULT nextval('numbers'));
ALTER SEQUENCE numbers OWNED BY a.id;
INSERT INTO a VALUES (DEFAULT);
INSERT INTO b VALUES (DEFAULT);
-- to
CREATE SEQUENCE numbers;
CREATE TABLE b (id int PRIMARY KEY DEFAULT nextval('numbers'));
ALTER SEQUENCE numbers OWNED BY b.id;
-- back
-- refused
data-loss
-- in place
table b
table numbers
-- kept
INSERT INTO b VALUES (DEFAULT) RETURNING id;
= 3
-- kept back
SELECT id FROM b ORDER BY id;
= 2
= 3
-- lost
table a
