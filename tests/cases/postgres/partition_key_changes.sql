-- By another column, and by list in the place of range: rows go to the partitions that take them, in the same or other ones.
-- from
CREATE TABLE sales (id int, year int, region text NOT NULL, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE sales_2024 PARTITION OF sales FOR VALUES FROM (2024) TO (2025);
CREATE TABLE sales_2025 PARTITION OF sales FOR VALUES FROM (2025) TO (2026);
CREATE INDEX sales_region_idx ON sales (region);
INSERT INTO sales VALUES (1, 2024, 'north'), (2, 2025, 'south'), (3, 2025, 'north');
CREATE TABLE parts (n int, v text) PARTITION BY RANGE (n);
CREATE TABLE parts_rest PARTITION OF parts DEFAULT;
INSERT INTO parts VALUES (1, 'one'), (2, 'two');
-- to
CREATE TABLE sales (id int, year int, region text NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE sales_north PARTITION OF sales FOR VALUES IN ('north');
CREATE TABLE sales_south PARTITION OF sales FOR VALUES IN ('south');
CREATE INDEX sales_region_idx ON sales (region);
CREATE TABLE parts (n int, v text) PARTITION BY HASH (n);
CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- back
-- refused
table-rewrite
long-lock
may-fail
-- kept
SELECT id, year, region FROM sales_north ORDER BY id;
= 1|2024|north
= 3|2025|north
SELECT id, year, region FROM sales_south;
= 2|2025|south
SELECT n, v FROM parts ORDER BY n;
= 1|one
= 2|two
-- kept back
SELECT id, year, region FROM sales_2025 ORDER BY id;
= 2|2025|south
= 3|2025|north
SELECT n, v FROM parts_rest ORDER BY n;
= 1|one
= 2|two
