-- from
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, fullname TEXT UNIQUE, age TEXT, boss INTEGER REFERENCES users (id) ON DELETE SET NULL, gone TEXT, short TEXT AS (substr(fullname, 1, 3)) STORED);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, total REAL DEFAULT 1.5, CHECK (total > 0));
CREATE TABLE lines (order_id INTEGER REFERENCES orders ON DELETE CASCADE, nr INTEGER, what TEXT, PRIMARY KEY (order_id, nr)) WITHOUT ROWID;
CREATE VIRTUAL TABLE users_fts USING fts5(fullname, content='users', content_rowid='id');
CREATE TRIGGER users_ai AFTER INSERT ON users BEGIN INSERT INTO users_fts (rowid, fullname) VALUES (NEW.id, NEW.fullname); END;
CREATE TRIGGER orders_ai AFTER INSERT ON orders WHEN NEW.total > 10 BEGIN UPDATE users SET age = age + 1 WHERE id = NEW.user_id; INSERT INTO lines VALUES (NEW.id, 1, 'auto'); END;
CREATE VIEW big AS SELECT u.fullname, o.total FROM users u JOIN orders o ON o.user_id = u.id WHERE o.total > 10;
CREATE VIEW bigger AS SELECT fullname FROM big WHERE total > 100;
CREATE TRIGGER big_insert INSTEAD OF INSERT ON big BEGIN INSERT INTO users (fullname) VALUES (NEW.fullname); END;
CREATE INDEX users_age ON users (age DESC, lower(fullname)) WHERE gone IS NULL;
CREATE INDEX orders_user ON orders (user_id, total);
INSERT INTO users (fullname, age, boss) VALUES ('ann lee', '30', 1), ('bob', '40', 1), ('cy', '50', 2);
DELETE FROM users WHERE id = 3;
INSERT INTO orders VALUES (1, 1, 500), (2, 2, 5);
-- to
CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT, full_name TEXT NOT NULL UNIQUE COLLATE NOCASE, age INTEGER, boss INTEGER REFERENCES people (id) ON DELETE SET NULL, short TEXT AS (substr(full_name, 1, 4)) STORED, mail TEXT DEFAULT (lower('X')));
CREATE TABLE purchases (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE RESTRICT, total INTEGER DEFAULT 2, CHECK (total > 0)) STRICT;
CREATE TABLE lines (order_id INTEGER REFERENCES purchases ON DELETE CASCADE, nr INTEGER, what TEXT NOT NULL, PRIMARY KEY (nr, order_id)) WITHOUT ROWID;
CREATE VIRTUAL TABLE users_fts USING fts5(fullname, content='users', content_rowid='id');
CREATE TRIGGER users_ai AFTER INSERT ON people BEGIN INSERT INTO users_fts (rowid, fullname) VALUES (NEW.id, NEW.full_name); END;
CREATE TRIGGER orders_ai AFTER INSERT ON purchases WHEN NEW.total > 10 BEGIN UPDATE people SET age = age + 1 WHERE id = NEW.person_id; INSERT INTO lines VALUES (NEW.id, 1, 'auto'); END;
CREATE VIEW big AS SELECT u.full_name, o.total FROM people u JOIN purchases o ON o.person_id = u.id WHERE o.total > 10;
CREATE VIEW bigger AS SELECT full_name FROM big WHERE total > 100;
CREATE TRIGGER big_insert INSTEAD OF INSERT ON big BEGIN INSERT INTO people (full_name) VALUES (NEW.full_name); END;
CREATE INDEX users_age ON people (age DESC, lower(full_name));
CREATE INDEX orders_user ON purchases (person_id, total);
-- options
--rename
table:users=people
--rename
column:users.fullname=full_name
--rename
table:orders=purchases
--rename
column:orders.user_id=person_id
-- refused
data-loss
may-fail
-- lost
column users.gone
-- kept
SELECT id, full_name, age, boss, short, mail FROM people ORDER BY id;
= 1|ann lee|31|1|ann |x
= 2|bob|40|1|bob|x
SELECT * FROM purchases ORDER BY id;
= 1|1|500
= 2|2|5
SELECT * FROM lines;
= 1|1|auto
SELECT rowid FROM users_fts('bob');
= 2
INSERT INTO big (full_name) VALUES ('dan'); SELECT max(id) FROM people;
= 4
