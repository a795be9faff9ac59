-- What was computed with the former one stays, and may be wrong.
-- from
CREATE FUNCTION f(t text) RETURNS text IMMUTABLE LANGUAGE sql AS $$SELECT lower(t)$$;
CREATE FUNCTION unused(t text) RETURNS text IMMUTABLE LANGUAGE sql AS $$SELECT lower(t)$$;
CREATE TABLE t (n text);
CREATE INDEX by_f ON t (f(n));
-- to
CREATE FUNCTION f(t text) RETURNS text IMMUTABLE LANGUAGE sql AS $$SELECT upper(t)$$;
CREATE FUNCTION unused(t text) RETURNS text IMMUTABLE LANGUAGE sql AS $$SELECT upper(t)$$;
CREATE TABLE t (n text);
CREATE INDEX by_f ON t (f(n));
-- back
-- refused
correctness
