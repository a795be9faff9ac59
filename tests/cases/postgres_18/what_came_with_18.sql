-- Columns that are computed as they are read, keys of times, and constraints that nobody enforces.
-- from
CREATE EXTENSION btree_gist;
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int GENERATED ALWAYS AS (a * 2) VIRTUAL, d int GENERATED ALWAYS AS (a * 3) STORED);
CREATE TABLE rooms (id int, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE stays (id int, room int, during daterange);
CREATE TABLE orders (id int PRIMARY KEY, n int CHECK (n > 0) NOT ENFORCED, t_id int REFERENCES t NOT ENFORCED);
CREATE TABLE plain (a int, b int);
INSERT INTO t (id, a, b) VALUES (1, 2, 3);
INSERT INTO rooms VALUES (1, '[2020-01-01,2021-01-01)');
INSERT INTO stays VALUES (1, 1, '[2020-02-01,2020-03-01)');
INSERT INTO orders VALUES (1, 7, 1);
INSERT INTO plain VALUES (1, 2);
-- to
CREATE EXTENSION btree_gist;
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int GENERATED ALWAYS AS (a * 4) VIRTUAL, d int GENERATED ALWAYS AS (a * 3) VIRTUAL, e int GENERATED ALWAYS AS (b + 1));
CREATE TABLE rooms (id int, valid daterange, name text, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE stays (id int, room int, during daterange, FOREIGN KEY (room, PERIOD during) REFERENCES rooms (id, PERIOD valid), UNIQUE (room, during WITHOUT OVERLAPS));
CREATE TABLE orders (id int PRIMARY KEY, n int CHECK (n > 0), t_id int REFERENCES t);
CREATE TABLE plain (a int, b int NOT NULL);
-- back
-- kept
SELECT a, b, c, d, e FROM t;
= 2|3|8|6|4
SELECT room, during FROM stays;
= 1|[2020-02-01,2020-03-01)
SELECT n, t_id FROM orders;
= 7|1
SELECT a, b FROM plain;
= 1|2
-- kept back
SELECT a, b, c, d FROM t;
= 2|3|4|6
