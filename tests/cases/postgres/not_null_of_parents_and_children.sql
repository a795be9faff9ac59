-- A child becomes one once its columns must not be null; where the parent gives that up, children and partitions keep it.
-- from
CREATE TABLE parent (id int NOT NULL, n int);
CREATE TABLE child (id int, own text);
CREATE TABLE whole (id int NOT NULL, n int) PARTITION BY RANGE (n);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (n);
CREATE TABLE part_of_part PARTITION OF part DEFAULT;
INSERT INTO child VALUES (1, 'x');
INSERT INTO whole VALUES (1, 1);
-- to
CREATE TABLE parent (id int NOT NULL, n int);
CREATE TABLE child (id int NOT NULL, own text, n int) INHERITS (parent);
CREATE TABLE whole (id int, n int) PARTITION BY RANGE (n);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (n);
CREATE TABLE part_of_part PARTITION OF part DEFAULT;
ALTER TABLE part_of_part ALTER id SET NOT NULL;
-- back
-- kept
SELECT id, own FROM child;
= 1|x
SELECT id FROM part_of_part;
= 1
