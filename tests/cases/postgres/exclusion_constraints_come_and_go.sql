-- from
CREATE TABLE a (id int PRIMARY KEY, during int4range, CONSTRAINT apart EXCLUDE USING gist (during WITH &&));
CREATE TABLE b (id int PRIMARY KEY, during int4range);
CREATE TABLE c (id int PRIMARY KEY, during int4range, CONSTRAINT c_apart EXCLUDE USING gist (during WITH &&));
INSERT INTO a VALUES (1, '[1,2)');
INSERT INTO b VALUES (1, '[1,2)'), (2, '[2,3)');
-- to
CREATE TABLE a (id int PRIMARY KEY, during int4range);
CREATE TABLE b (id int PRIMARY KEY, during int4range, CONSTRAINT apart EXCLUDE USING gist (during WITH &&) WHERE (id > 0) DEFERRABLE);
COMMENT ON CONSTRAINT apart ON b IS 'no two at once';
CREATE TABLE c (id int PRIMARY KEY, during int4range, CONSTRAINT c_apart EXCLUDE USING gist (during WITH -|-));
-- back
-- refused
may-fail
-- in place
table a
table b
-- kept
SELECT count(*) FROM b;
= 2
