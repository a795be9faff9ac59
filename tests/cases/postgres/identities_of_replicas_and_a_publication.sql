-- from
CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, n int NOT NULL, m int);
CREATE UNIQUE INDEX t_n_idx ON t (n);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_n_idx;
CREATE TABLE f (id int);
ALTER TABLE f REPLICA IDENTITY FULL;
CREATE TABLE g (id int PRIMARY KEY);
SET client_min_messages = error;
CREATE PUBLICATION pub FOR TABLE t (id, n) WHERE (n > 5), g;
INSERT INTO t VALUES (1, 10, 3);
-- to
CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, n bigint NOT NULL, m int);
CREATE UNIQUE INDEX t_n_idx ON t (n) INCLUDE (m);
CREATE UNIQUE INDEX t_other_idx ON t (n);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_other_idx;
CREATE TABLE f (id int);
CREATE TABLE g (id int PRIMARY KEY);
ALTER TABLE g REPLICA IDENTITY NOTHING;
SET client_min_messages = error;
CREATE PUBLICATION pub FOR TABLE t (id, n) WHERE (n > 6), g;
-- back
-- kept
SELECT id, n, m FROM t;
= 1|10|3
