-- They come, change, and go again on the way back.
-- from
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('x');
CREATE DOMAIN code AS text CONSTRAINT short CHECK (length(VALUE) < 9);
CREATE TYPE pair AS (a int);
CREATE TYPE speeds AS RANGE (subtype = float8);
CREATE TABLE a (id serial CONSTRAINT a_key PRIMARY KEY, n int CONSTRAINT positive CHECK (n > 0));
CREATE INDEX a_n_idx ON a (n);
CREATE VIEW v AS SELECT id FROM a;
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE g(int) (SFUNC = int4larger, STYPE = int);
CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
CREATE RULE r AS ON DELETE TO a DO ALSO SELECT 1;
CREATE POLICY po ON a USING (true);
CREATE STATISTICS st ON id, n FROM a;
CREATE PUBLICATION pub;
COMMENT ON TABLE a IS 'former';
COMMENT ON COLUMN a.n IS 'former';
-- to
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('x');
CREATE DOMAIN code AS text CONSTRAINT short CHECK (length(VALUE) < 9);
CREATE TYPE pair AS (a int);
CREATE TYPE speeds AS RANGE (subtype = float8);
CREATE TABLE a (id serial CONSTRAINT a_key PRIMARY KEY, n int CONSTRAINT positive CHECK (n > 0));
CREATE INDEX a_n_idx ON a (n);
CREATE VIEW v AS SELECT id FROM a;
CREATE MATERIALIZED VIEW m AS SELECT id FROM a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE g(int) (SFUNC = int4larger, STYPE = int);
CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
CREATE RULE r AS ON DELETE TO a DO ALSO SELECT 1;
CREATE POLICY po ON a USING (true);
CREATE STATISTICS st ON id, n FROM a;
CREATE PUBLICATION pub;
COMMENT ON SCHEMA app IS 'schema';
COMMENT ON TYPE mood IS 'enum';
COMMENT ON DOMAIN code IS 'domain';
COMMENT ON CONSTRAINT short ON DOMAIN code IS 'constraint of a domain';
COMMENT ON TYPE pair IS 'composite';
COMMENT ON COLUMN pair.a IS 'attribute';
COMMENT ON TYPE speeds IS 'range';
COMMENT ON TABLE a IS E'table\nof two lines; it''s $$ \\ "so"';
COMMENT ON SEQUENCE a_id_seq IS 'sequence';
COMMENT ON CONSTRAINT a_key ON a IS 'key';
COMMENT ON CONSTRAINT positive ON a IS 'check';
COMMENT ON INDEX a_n_idx IS 'index';
COMMENT ON VIEW v IS 'view';
COMMENT ON COLUMN v.id IS 'column of a view';
COMMENT ON MATERIALIZED VIEW m IS 'materialized view';
COMMENT ON COLUMN m.id IS 'column of a materialized view';
COMMENT ON FUNCTION f() IS 'function';
COMMENT ON PROCEDURE p() IS 'procedure';
COMMENT ON AGGREGATE g(int) IS 'aggregate';
COMMENT ON TRIGGER t ON a IS 'trigger';
COMMENT ON RULE r ON a IS 'rule';
COMMENT ON POLICY po ON a IS 'policy';
COMMENT ON STATISTICS st IS 'statistics';
COMMENT ON PUBLICATION pub IS 'publication';
-- back
-- refused
not data-loss
not long-lock
not may-fail
-- lacks
(CREATE|DROP)
-- in place
table a
table v
table m
