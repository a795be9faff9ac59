-- What partitions of the same names hold before need not belong to them afterwards; also where only a part of them is parted otherwise.
-- from
CREATE TABLE sales (id int, year int, region text) PARTITION BY RANGE (year);
CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM (2024) TO (2025);
CREATE TABLE sales_2 PARTITION OF sales FOR VALUES FROM (2025) TO (2026);
CREATE INDEX sales_1_idx ON sales_1 (region);
GRANT SELECT ON sales_1 TO app_reader;
INSERT INTO sales VALUES (1, 2024, 'north'), (2, 2024, 'south'), (3, 2025, 'north'), (4, 2025, 'south');
CREATE TABLE logs (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (what);
CREATE TABLE logs_1_a PARTITION OF logs_1 FOR VALUES FROM ('a') TO ('m');
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
INSERT INTO logs VALUES (1, 'b'), (2, 'c'), (11, 'x');
-- to
CREATE TABLE sales (id int, year int, region text) PARTITION BY LIST (region);
CREATE TABLE sales_1 PARTITION OF sales FOR VALUES IN ('north');
CREATE TABLE sales_2 PARTITION OF sales FOR VALUES IN ('south');
CREATE INDEX sales_1_idx ON sales_1 (region);
GRANT SELECT ON sales_1 TO app_reader;
CREATE TABLE logs (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10) PARTITION BY LIST (what);
CREATE TABLE logs_1_a PARTITION OF logs_1 FOR VALUES IN ('c');
CREATE TABLE logs_1_b PARTITION OF logs_1 FOR VALUES IN ('b');
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (at);
CREATE TABLE logs_2_all PARTITION OF logs_2 DEFAULT;
-- back
-- kept
SELECT tableoid::regclass, id FROM sales ORDER BY id;
= sales_1|1
= sales_2|2
= sales_1|3
= sales_2|4
SELECT tableoid::regclass, at FROM logs ORDER BY at;
= logs_1_b|1
= logs_1_a|2
= logs_2_all|11
-- kept back
SELECT tableoid::regclass, id FROM sales ORDER BY id;
= sales_1|1
= sales_1|2
= sales_2|3
= sales_2|4
SELECT tableoid::regclass, at FROM logs ORDER BY at;
= logs_1_a|1
= logs_1_a|2
= logs_2|11
