-- The shop, for SQLite. The same shop as shop.postgres.sql, with what SQLite has of its own: STRICT and
-- WITHOUT ROWID tables, ON CONFLICT, a virtual generated column, checks in the place of enums.
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE CHECK (email LIKE '%_@_%'),
  fullname TEXT NOT NULL,
  phone TEXT,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  preferences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)),
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;

CREATE TABLE customer_profiles (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  biography TEXT,
  avatar BLOB,
  born_on TEXT
) STRICT;

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'shipping' CHECK (kind IN ('billing', 'shipping')),
  street TEXT NOT NULL,
  city TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL DEFAULT 'AT' CHECK (length(country) = 2)
) STRICT;
CREATE INDEX addresses_customer ON addresses (customer_id);

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES categories (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX categories_parent ON categories (parent_id);

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT,
  price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  tax_rate REAL NOT NULL DEFAULT 0.2,
  price_with_tax_cents INTEGER NOT NULL
    GENERATED ALWAYS AS (CAST(round(price_cents * (1 + tax_rate)) AS INTEGER)) VIRTUAL,
  weight_kg REAL,
  is_active INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
CREATE INDEX products_name ON products (name COLLATE NOCASE);
CREATE INDEX products_active_price ON products (price_cents DESC) WHERE is_active = 1;

CREATE TABLE product_categories (
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  PRIMARY KEY (product_id, category_id)
) WITHOUT ROWID;

CREATE TABLE coupons (
  code TEXT PRIMARY KEY,
  percent_off INTEGER NOT NULL CHECK (percent_off BETWEEN 1 AND 100),
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  CHECK (valid_until IS NULL OR valid_until > valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  shipping_address_id INTEGER REFERENCES addresses (id) ON DELETE SET NULL,
  coupon_code TEXT REFERENCES coupons (code) ON UPDATE CASCADE ON DELETE SET NULL,
  status TEXT NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'cancelled')),
  note TEXT,
  placed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
CREATE INDEX orders_customer ON orders (customer_id, placed_at);
CREATE INDEX orders_open ON orders (placed_at) WHERE status IN ('pending', 'paid');

CREATE TABLE order_items (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  line_number INTEGER NOT NULL CHECK (line_number > 0),
  product_id INTEGER NOT NULL REFERENCES products (id),
  quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
  unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
  total_cents INTEGER NOT NULL GENERATED ALWAYS AS (quantity * unit_price_cents) STORED,
  PRIMARY KEY (order_id, line_number),
  UNIQUE (order_id, product_id)
) STRICT, WITHOUT ROWID;

-- Not STRICT: the types are what the words mean to SQLite, as in most databases in the field.
CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  method VARCHAR(20) NOT NULL ON CONFLICT FAIL CHECK (method IN ('card', 'transfer', 'cash')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  paid_at DATETIME,
  reference CHAR(36) UNIQUE
);
CREATE INDEX payments_order ON payments (order_id);

CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
  carrier TEXT NOT NULL,
  tracking_code TEXT,
  shipped_at TEXT,
  delivered_at TEXT,
  CHECK (delivered_at IS NULL OR shipped_at IS NOT NULL)
) STRICT;

CREATE TABLE shipment_items (
  shipment_id INTEGER NOT NULL REFERENCES shipments (id) ON DELETE CASCADE,
  order_id INTEGER NOT NULL,
  line_number INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, order_id, line_number),
  FOREIGN KEY (order_id, line_number) REFERENCES order_items (order_id, line_number)
) WITHOUT ROWID;

CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  body TEXT,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (product_id, customer_id)
) STRICT;

CREATE TABLE suppliers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  contact ANY,
  rating REAL
) STRICT;

CREATE TABLE warehouses (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  city TEXT NOT NULL
) STRICT;

CREATE TABLE inventory (
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  supplier_id INTEGER REFERENCES suppliers (id) ON DELETE SET NULL,
  quantity INTEGER NOT NULL DEFAULT 0 CHECK (quantity >= 0),
  PRIMARY KEY (warehouse_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_movements (
  id INTEGER PRIMARY KEY,
  warehouse_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'correction')),
  quantity INTEGER NOT NULL,
  moved_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (warehouse_id, product_id) REFERENCES inventory (warehouse_id, product_id)
) STRICT;

CREATE VIEW active_products AS
  SELECT id, sku, name, price_cents FROM products WHERE is_active = 1;

CREATE VIEW order_totals AS
  SELECT o.id AS order_id, o.customer_id, o.status, count(i.line_number) AS item_count,
         sum(i.total_cents) AS total_cents
    FROM orders AS o LEFT JOIN order_items AS i ON i.order_id = o.id
   GROUP BY o.id;

CREATE VIEW customer_spending AS
  SELECT c.id AS customer_id, c.fullname, count(t.order_id) AS order_count,
         coalesce(sum(t.total_cents), 0) AS spent_cents
    FROM customers AS c LEFT JOIN order_totals AS t ON t.customer_id = c.id
   GROUP BY c.id;

CREATE VIEW product_ratings AS
  SELECT p.id AS product_id, p.name, count(r.id) AS review_count, avg(r.rating) AS rating
    FROM products AS p LEFT JOIN reviews AS r ON r.product_id = p.id
   GROUP BY p.id;

CREATE TRIGGER reviews_rating_is_whole BEFORE INSERT ON reviews
WHEN typeof(NEW.rating) <> 'integer'
BEGIN
  SELECT RAISE(ABORT, 'rating must be a whole number');
END;

-- What generated code does not show.
CREATE TRIGGER reviews_touched AFTER UPDATE OF body ON reviews
BEGIN
  UPDATE reviews SET created_at = datetime('now') WHERE id = NEW.id;
END;
