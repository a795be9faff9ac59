-- A few rows for shop.postgres.sql.
INSERT INTO customers (email, fullname, phone, preferences, tags) VALUES
  ('ada@example.org', 'Ada Lovelace', '+43 1 234', '{"newsletter": true}', '{first,vip}'),
  ('alan@example.org', 'Alan Turing', NULL, '{}', '{}'),
  ('grace@example.org', 'Grace Hopper', NULL, '{}', '{}');
INSERT INTO customer_profiles (customer_id, biography, avatar, born_on) VALUES
  (1, 'Wrote the first program.', '\x89504e47', '1815-12-10');
INSERT INTO addresses (customer_id, kind, street, city, postal_code) VALUES
  (1, 'shipping', 'Ring 1', 'Wien', '1010'),
  (2, 'billing', 'Gasse 2', 'Graz', '8010');
INSERT INTO categories (parent_id, name, slug) VALUES
  (NULL, 'Books', 'books'), (1, 'Mathematics', 'mathematics'), (NULL, 'Toys', 'toys');
INSERT INTO products (sku, name, description, price_cents, weight_kg) VALUES
  ('B-1', 'Analytical Engines', 'Hardcover', 4000, 0.9),
  ('B-2', 'Computable Numbers', NULL, 2550, NULL),
  ('T-1', 'Abacus', 'Wood', 1999, 0.4);
INSERT INTO product_categories (product_id, category_id) VALUES (1, 1), (1, 2), (2, 2), (3, 3);
INSERT INTO coupons (code, percent_off, valid_from) VALUES ('WELCOME', 10, '2026-01-01');
INSERT INTO orders (customer_id, shipping_address_id, coupon_code, status, status_history, placed_at) VALUES
  (1, 1, 'WELCOME', 'paid', '{pending,paid}', '2026-11-02 09:30:00+00'),
  (2, NULL, NULL, 'pending', '{pending}', '2026-11-03 12:00:00+00');
INSERT INTO order_items (order_id, line_number, product_id, quantity, unit_price_cents) VALUES
  (1, 1, 1, 1, 4000), (1, 2, 3, 2, 1999), (2, 1, 2, 1, 2550);
INSERT INTO payments (order_id, method, amount_cents, paid_at, reference) VALUES
  (1, 'card', 7998, '2026-11-02 09:31:00+00', 'c0ffee00-0000-4000-8000-000000000001');
INSERT INTO shipments (order_id, carrier, tracking_code, shipped_at) VALUES
  (1, 'Post', 'AT-1', '2026-11-04 08:00:00+00');
INSERT INTO shipment_items (shipment_id, order_id, line_number, quantity) VALUES (1, 1, 1, 1), (1, 1, 2, 2);
INSERT INTO reviews (product_id, customer_id, rating, body) VALUES (1, 1, 5, 'Whirring.'), (1, 2, 4, NULL);
INSERT INTO stock.suppliers (name, contact, rating) VALUES
  ('Babbage Ltd', '{"phone": "1"}', 4.5), ('Acme', NULL, NULL);
INSERT INTO stock.warehouses (name, city) VALUES ('North', 'Linz'), ('South', 'Graz');
INSERT INTO stock.inventory (warehouse_id, product_id, supplier_id, quantity) VALUES (1, 1, 1, 12), (1, 3, NULL, 3), (2, 2, 2, 0);
INSERT INTO stock.stock_movements (warehouse_id, product_id, kind, quantity, moved_at) VALUES
  (1, 1, 'in', 13, '2026-10-01 07:00:00+00'), (1, 1, 'out', -1, '2026-11-04 08:00:00+00');
REFRESH MATERIALIZED VIEW monthly_sales;
