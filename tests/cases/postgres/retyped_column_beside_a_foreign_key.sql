-- A foreign key goes only where a column of its own is given another type, whatever the others are called.
-- from
CREATE TABLE orders (id int PRIMARY KEY);
CREATE TABLE payments (id int PRIMARY KEY, order_id int REFERENCES orders);
INSERT INTO orders VALUES (1);
INSERT INTO payments VALUES (1, 1);
-- to
CREATE TABLE orders (id int PRIMARY KEY);
CREATE TABLE payments (id bigint PRIMARY KEY, order_id int REFERENCES orders);
-- back
-- refused
not may-fail
-- lacks
CONSTRAINT
-- in place
constraint payments_order_id_fkey
-- kept
SELECT id, order_id FROM payments;
= 1|1
