-- from
CREATE TABLE t (id int);
CREATE TABLE c () INHERITS (t);
CREATE TABLE whole (id int) PARTITION BY LIST (id);
CREATE TABLE part PARTITION OF whole DEFAULT;
CREATE PUBLICATION p FOR TABLE t, whole;
-- to
CREATE TABLE t (id int);
CREATE TABLE c () INHERITS (t);
CREATE TABLE whole (id int) PARTITION BY LIST (id);
CREATE TABLE part PARTITION OF whole DEFAULT;
CREATE PUBLICATION p FOR TABLE ONLY t WHERE (id > 1), whole WITH (publish_via_partition_root = true);
-- back
