-- from
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT, y INTEGER, b_id INTEGER REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED, CHECK (a.y > 0));
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT, a_id INTEGER REFERENCES a (id) ON DELETE CASCADE, UNIQUE (x, y));
CREATE TABLE c (id INTEGER PRIMARY KEY, a TEXT REFERENCES b (y), b INTEGER REFERENCES a (id));
CREATE UNIQUE INDEX b_y ON b (y);
CREATE INDEX a_x ON a (x, y DESC);
CREATE VIEW v AS SELECT a.x AS ax, b.y AS bee FROM a JOIN b ON a.b_id = b.id;
CREATE TRIGGER t AFTER UPDATE OF x ON a BEGIN UPDATE b SET y = NEW.x WHERE id = NEW.b_id; END;
INSERT INTO a VALUES (1, 'ax', 5, 2);
INSERT INTO b VALUES (2, 7, 'bee', 1);
INSERT INTO c VALUES (3, 'bee', 1);
-- to
CREATE TABLE b (id INTEGER PRIMARY KEY, y TEXT NOT NULL, x REAL, b_id INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED, CHECK (b.x > 0));
CREATE TABLE a (id INTEGER PRIMARY KEY, y INTEGER, x TEXT, a_id INTEGER REFERENCES b (id) ON DELETE CASCADE, n INTEGER DEFAULT 3, UNIQUE (y, x));
CREATE TABLE c (id INTEGER PRIMARY KEY, b TEXT REFERENCES a (x), a INTEGER REFERENCES b (id));
CREATE UNIQUE INDEX b_y ON a (x);
CREATE INDEX a_x ON b (y, x DESC);
CREATE VIEW v AS SELECT b.y AS ax, a.x AS bee FROM b JOIN a ON b.b_id = a.id;
CREATE TRIGGER t AFTER UPDATE OF y ON b BEGIN UPDATE a SET x = NEW.y WHERE id = NEW.b_id; END;
-- options
--rename
table:a=b
--rename
table:b=a
--rename
column:a.x=y
--rename
column:a.y=x
--rename
column:b.x=y
--rename
column:b.y=x
--rename
column:c.a=b
--rename
column:c.b=a
-- refused
may-fail
-- kept
SELECT * FROM b;
= 1|ax|5.0|2
SELECT * FROM a;
= 2|7|bee|1|3
SELECT * FROM c;
= 3|bee|1
SELECT * FROM v;
= ax|bee
