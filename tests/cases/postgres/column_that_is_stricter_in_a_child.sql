-- A column that comes to a table and its children, which say more of it; storage that a child does not take from its parent.
-- from
CREATE TABLE whole (id int) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10);
CREATE TABLE parent (id int);
CREATE TABLE child () INHERITS (parent);
CREATE TABLE stored (v text);
ALTER TABLE stored ALTER v SET STORAGE EXTERNAL;
-- to
CREATE TABLE whole (id int, v text, w int) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10);
ALTER TABLE part ALTER v SET NOT NULL, ALTER w SET DEFAULT 2;
CREATE TABLE parent (id int, n int DEFAULT 1);
CREATE TABLE child () INHERITS (parent);
ALTER TABLE child ALTER n SET NOT NULL, ALTER n SET DEFAULT 2;
CREATE TABLE stored (v text);
ALTER TABLE stored ALTER v SET STORAGE EXTERNAL, ALTER v SET COMPRESSION pglz;
CREATE TABLE stored_below () INHERITS (stored);
ALTER TABLE stored_below ALTER v SET STORAGE EXTENDED, ALTER v SET COMPRESSION DEFAULT;
-- back
-- kept
INSERT INTO child DEFAULT VALUES RETURNING n;
= 2
