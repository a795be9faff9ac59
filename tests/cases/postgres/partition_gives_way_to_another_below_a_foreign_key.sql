-- Rows go over to the partition that takes them, which has the foreign key of the whole from the start.
-- from
CREATE TABLE kinds (id int PRIMARY KEY);
CREATE TABLE parts (id int, kind int REFERENCES kinds (id) DEFERRABLE INITIALLY DEFERRED) PARTITION BY LIST (id);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_2 PARTITION OF parts FOR VALUES IN (2);
INSERT INTO kinds VALUES (7);
INSERT INTO parts VALUES (1, 7), (2, 7);
-- to
CREATE TABLE kinds (id int PRIMARY KEY);
CREATE TABLE parts (id int, kind int REFERENCES kinds (id) DEFERRABLE INITIALLY DEFERRED) PARTITION BY LIST (id);
CREATE TABLE parts_2 PARTITION OF parts FOR VALUES IN (2);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
-- back
-- in place
table parts
table parts_2
-- kept
SELECT tableoid::regclass, id, kind FROM parts ORDER BY id;
= parts_one|1|7
= parts_2|2|7
SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = 'parts_one'::regclass;
= parts_kind_fkey
-- lost
table parts_1
