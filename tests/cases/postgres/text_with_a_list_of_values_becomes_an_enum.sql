-- from
CREATE TABLE orders (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new' CONSTRAINT orders_state_check CHECK (state IN ('new', 'paid')));
INSERT INTO orders VALUES (1, 'paid'), (2, DEFAULT);
-- to
CREATE TYPE order_state AS ENUM ('new', 'paid');
CREATE TABLE orders (id int PRIMARY KEY, state order_state NOT NULL DEFAULT 'new');
-- back
-- refused
table-rewrite
may-fail
-- kept
SELECT id, state FROM orders ORDER BY id;
= 1|paid
= 2|new
-- kept back
SELECT id, state FROM orders ORDER BY id;
= 1|paid
= 2|new
