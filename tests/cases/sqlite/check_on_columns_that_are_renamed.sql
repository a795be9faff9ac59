-- from
CREATE TABLE spans (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
INSERT INTO spans VALUES (1, 1, 2);
-- to
CREATE TABLE ranges (id INTEGER PRIMARY KEY, low INTEGER, high INTEGER, CHECK (ranges.low <= high));
-- options
--rename
table:spans=ranges
--rename
column:spans.a=low
--rename
column:spans.b=high
-- refused
may-fail
-- kept
SELECT low, high FROM ranges;
= 1|2
