-- A value that must be committed before it is used comes before all that goes and comes again.
-- from
CREATE TYPE state AS ENUM ('new', 'paid');
CREATE TABLE orders (id serial PRIMARY KEY, s state NOT NULL DEFAULT 'new', note text);
CREATE TABLE payments (id serial PRIMARY KEY, order_id int NOT NULL REFERENCES orders);
CREATE VIEW notes AS SELECT note, s FROM orders;
INSERT INTO orders (note) VALUES ('x');
INSERT INTO payments (order_id) VALUES (1);
-- to
CREATE TYPE state AS ENUM ('draft', 'new', 'paid');
CREATE TABLE orders (id bigserial PRIMARY KEY, s state NOT NULL DEFAULT 'draft', note varchar(20));
CREATE TABLE payments (id bigserial PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders);
CREATE VIEW notes AS SELECT note, s FROM orders;
-- has
^(SET [^;]*;\n)*ALTER TYPE public.state ADD VALUE
BEGIN;\n(?:(?!COMMIT)[\s\S])*DROP CONSTRAINT payments_order_id_fkey(?:(?!COMMIT)[\s\S])*ADD CONSTRAINT payments_order_id_fkey (?:(?!COMMIT)[\s\S])*NOT VALID;\n(?:(?!COMMIT)[\s\S])*COMMIT;\n(?:SET .*\n)*.*VALIDATE
-- kept
INSERT INTO orders DEFAULT VALUES RETURNING id, s;
= 2|draft
SELECT id, order_id FROM payments;
= 1|1
