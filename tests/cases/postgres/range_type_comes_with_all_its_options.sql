-- from
CREATE TYPE gone AS RANGE (subtype = float8);
-- to
CREATE TYPE words AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", multirange_type_name = many_words);
COMMENT ON TYPE words IS 'from to';
ALTER TYPE words OWNER TO app_owner;
CREATE TABLE t (id int PRIMARY KEY, w words, ws many_words);
-- back
-- kept
INSERT INTO t VALUES (1, '[a,b)', '{[a,b),[c,d)}') RETURNING ws;
= {[a,b),[c,d)}
