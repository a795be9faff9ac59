-- They have nothing to do with each other, whatever they look like.
-- from
CREATE TABLE parent (a int, b int);
CREATE TABLE child () INHERITS (parent);
CREATE INDEX of_parent ON parent (a);
CREATE INDEX of_child ON child (a);
ALTER TABLE child ADD UNIQUE (b);
-- to
CREATE TABLE parent (a int, b int);
CREATE TABLE child () INHERITS (parent);
CREATE INDEX of_parent ON parent (a);
ALTER TABLE parent ADD UNIQUE (b);
ALTER TABLE child ADD UNIQUE (b);
-- back
-- in place
index of_parent
constraint child_b_key
