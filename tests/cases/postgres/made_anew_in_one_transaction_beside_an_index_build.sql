-- What goes because an enum loses a value comes again before anything is committed; a unique rule holds all the time.
-- from
CREATE TYPE state AS ENUM ('new', 'paid', 'lost');
CREATE TABLE orders (id int PRIMARY KEY, s state NOT NULL DEFAULT 'new', customer int);
CREATE INDEX orders_open ON orders (customer) WHERE s = 'new';
CREATE UNIQUE INDEX orders_one ON orders (customer) WHERE s = 'paid';
CREATE VIEW open_orders AS SELECT id, s FROM orders;
CREATE TABLE payments (id int PRIMARY KEY, order_id int REFERENCES orders, number int);
INSERT INTO orders VALUES (1, 'new', 7), (2, 'paid', 7);
INSERT INTO payments VALUES (1, 2, 3);
-- to
CREATE TYPE state AS ENUM ('new', 'paid');
CREATE TABLE orders (id int PRIMARY KEY, s state NOT NULL DEFAULT 'new', customer int);
CREATE INDEX orders_open ON orders (customer) WHERE s = 'new';
CREATE UNIQUE INDEX orders_one ON orders (customer) WHERE s = 'paid';
CREATE VIEW open_orders AS SELECT id, s FROM orders;
CREATE TABLE payments (id int PRIMARY KEY, order_id int REFERENCES orders, number int UNIQUE CHECK (number > 0));
-- back
-- has
BEGIN;\n(?:(?!COMMIT)[\s\S])*RENAME TO state_former;\n(?:(?!COMMIT)[\s\S])*DROP VIEW (?:(?!COMMIT)[\s\S])*CREATE VIEW (?:(?!COMMIT)[\s\S])*CREATE UNIQUE INDEX orders_one (?:(?!COMMIT)[\s\S])*COMMIT;\n[\s\S]*CREATE UNIQUE INDEX CONCURRENTLY payments_number_key
-- lacks
COMMIT;[\s\S]*open_orders
-- kept
SELECT id, s FROM open_orders ORDER BY id;
= 1|new
= 2|paid
SELECT number FROM payments;
= 3
