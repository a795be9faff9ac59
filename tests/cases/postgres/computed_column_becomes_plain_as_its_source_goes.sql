-- The expression goes before the column that it is of, also where the table loses its comment.
-- from
CREATE TABLE orders (id int PRIMARY KEY, value bigint, n boolean GENERATED ALWAYS AS (value IS NULL) STORED);
COMMENT ON TABLE orders IS 'as they came';
INSERT INTO orders VALUES (1, 10), (2, NULL);
-- to
CREATE TABLE orders (id int PRIMARY KEY, n text);
-- back
-- refused
data-loss
table-rewrite
-- kept
SELECT id, n FROM orders ORDER BY id;
= 1|false
= 2|true
-- lost
column orders.value
column orders.n
