-- from
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE logs (at int NOT NULL, customer int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
INSERT INTO customers VALUES (1);
INSERT INTO logs VALUES (1, 1, 'x');
-- to
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE logs (at int NOT NULL, customer int CONSTRAINT of_customer REFERENCES customers, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
CREATE INDEX logs_what_idx ON logs (what);
COMMENT ON TABLE logs_2 IS 'the second';
-- back
-- in place
table logs
table logs_1
-- kept
INSERT INTO logs VALUES (11, 1, 'y'), (99, 1, 'z');
SELECT at, what FROM logs_2;
= 11|y
SELECT at, what FROM logs WHERE at < 10;
= 1|x
-- kept back
SELECT at, what FROM logs;
= 1|x
