-- from
CREATE TABLE logs (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_a PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX logs_what_idx ON logs (what);
INSERT INTO logs VALUES (1, 'x');
-- to
CREATE TABLE logs (at int, message text) PARTITION BY RANGE (at);
CREATE TABLE logs_first PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE INDEX logs_what_idx ON ONLY logs (message);
CREATE INDEX logs_a_what_idx ON logs_first (message);
ALTER INDEX logs_what_idx ATTACH PARTITION logs_a_what_idx;
-- options
--rename=table:public.logs_a=logs_first
--rename=column:public.logs.what=message
-- back
--rename=table:public.logs_first=logs_a
--rename=column:public.logs.message=what
-- lacks
(CREATE|DROP)
-- in place
table logs_a
table logs_a_what_idx
-- kept
SELECT message FROM logs_first;
= x
-- kept back
SELECT what FROM logs_a;
= x
