-- from
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE logs (at int, customer int REFERENCES customers, what text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE INDEX logs_what_idx ON logs (what);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
INSERT INTO customers VALUES (1);
INSERT INTO logs VALUES (1, 1, 'x');
-- to
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE logs (at int, customer int REFERENCES customers, what text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE INDEX logs_what_idx ON logs (what);
CREATE TABLE logs_1 (at int PRIMARY KEY, customer int CONSTRAINT logs_customer_fkey REFERENCES customers, what text);
CREATE INDEX logs_1_what_idx ON logs_1 (what);
-- back
-- in place
table logs_1
table logs_1_pkey
table logs_1_what_idx
-- kept
SELECT at, customer, what FROM logs_1;
= 1|1|x
-- kept back
SELECT at, customer, what FROM logs;
= 1|1|x
