-- from
CREATE TABLE orders (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE lines (id INTEGER PRIMARY KEY, order_id INTEGER REFERENCES orders (id));
CREATE VIEW v AS SELECT n FROM orders;
CREATE INDEX orders_n ON orders (n);
INSERT INTO orders VALUES (1, 'old');
-- to
CREATE TABLE orders_2025 (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, n TEXT, total REAL);
CREATE TABLE lines (id INTEGER PRIMARY KEY, order_id INTEGER REFERENCES orders (id));
CREATE VIEW v AS SELECT n FROM orders;
CREATE INDEX orders_n ON orders (n);
-- options
--rename
table:orders=orders_2025
-- refused
may-fail
-- lost
table orders
-- kept
SELECT n FROM orders_2025;
= old
SELECT count(*) FROM orders;
= 0
