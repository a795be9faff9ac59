-- Text search: configurations and their dictionaries, parsers, templates
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA text_search_;
SET search_path = text_search_;
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = pg_catalog.simple, accept = false);
ALTER TEXT SEARCH DICTIONARY d (accept = true);
ALTER TEXT SEARCH DICTIONARY d RENAME TO d2;
CREATE TEXT SEARCH CONFIGURATION c (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word, asciiword WITH d2;
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING REPLACE d2 WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR word;
COMMENT ON TEXT SEARCH CONFIGURATION c IS 'words';
CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
ALTER TEXT SEARCH PARSER p RENAME TO p2;
DROP TEXT SEARCH CONFIGURATION c;
RESET search_path;
\i :abs_srcdir/trail.psql
DROP SCHEMA text_search_ CASCADE;
