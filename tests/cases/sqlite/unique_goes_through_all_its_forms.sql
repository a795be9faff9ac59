-- Each column goes on to the next form: inline, of the table, an index, a part of the rows.
-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT, c TEXT, d TEXT, e TEXT UNIQUE, CONSTRAINT one_b UNIQUE (b));
CREATE UNIQUE INDEX t_c ON t (c);
CREATE UNIQUE INDEX t_d ON t (d) WHERE d <> '';
INSERT INTO t VALUES (1, 'a', 'b', 'c', '', 'e'), (2, 'A', 'B', 'C', '', 'E');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT UNIQUE ON CONFLICT IGNORE, CONSTRAINT one_a UNIQUE (a));
CREATE UNIQUE INDEX t_b ON t (b);
CREATE UNIQUE INDEX t_c ON t (c) WHERE c <> '';
-- refused
may-fail
-- lacks
(?s)CREATE TABLE .*CREATE TABLE
-- kept
SELECT a, b, c, d, e FROM t ORDER BY id;
= a|b|c||e
= A|B|C||E
