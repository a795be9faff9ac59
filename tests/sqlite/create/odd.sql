-- Texts that are hard to read, one statement each; SQLite takes all of them. Read by
-- corpus_test.cpp.
CREATE TABLE p (a INTEGER PRIMARY KEY, b TEXT UNIQUE, c, UNIQUE (c, b));
CREATE TABLE "q""1" ("a""b" TEXT, [c"d] INT, `e``f` REAL, 'g''h' BLOB);
CREATE TABLE [select] ("from" INT, [order by] INT, `group` INT, 'where' INT, "" INT);
create table lower_case(a int not null on conflict replace default 5 check(a>0));
CREATE TABLE types (a, b INT, c VARCHAR(10), d DECIMAL(10, 2), e DECIMAL(+10,-2), f LONG LONG "quoted" 'type', g "INT", h REPLACE, i INT KEY, j DOUBLE PRECISION, k NATIVE CHARACTER ( 70 ));
CREATE TABLE keyword_names (abort, action, after, always, analyze, asc, attach, before, begin, "by", cascade, cast, conflict, current, database, deferred, desc, detach, do, each, end, exclude, exclusive, explain, fail, first, following, "for", generated, glob, groups, if, ignore, immediate, initially, instead, key, last, like, match, materialized, no, nulls, of, offset, others, over, partition, plan, pragma, preceding, query, raise, range, recursive, regexp, reindex, release, rename, replace, restrict, rollback, row, rows, savepoint, temp, temporary, ties, trigger, unbounded, vacuum, view, virtual, window, with, without, filter, cross, full, indexed, inner, left, natural, outer, right);
CREATE TABLE defaults (a DEFAULT 1, b DEFAULT -1, c DEFAULT + 1.5e-3, d DEFAULT 'it''s', e DEFAULT x'00ff', f DEFAULT NULL, g DEFAULT CURRENT_TIMESTAMP, h DEFAULT true, i DEFAULT "text", j DEFAULT (1 + (2 * 3)), k DEFAULT ( 'a' || 'b' ), l DEFAULT (datetime('now', '+1 day')), m DEFAULT 0xFF, n DEFAULT .5, o DEFAULT 5., p DEFAULT - /* c */ 7, q DEFAULT 1 DEFAULT 2);
CREATE TABLE checks (a INT CHECK (a > 0) CHECK (a < 10), b INT CONSTRAINT b_even CHECK (b % 2 = 0), c TEXT CHECK (c IN ('x', 'y', ')')), CHECK (a <> b) CONSTRAINT "all of them" CHECK (a + b > 1), CHECK (c NOT LIKE '(%' ESCAPE '\') ON CONFLICT FAIL, CHECK (CASE WHEN a IS NULL THEN 1 ELSE b END));
CREATE TABLE commented (a /* one */ INT -- two
, -- three, with a )
b TEXT /* four */ DEFAULT ('x' -- five
) , /* , c */ CHECK (a /* six */ > 0 -- seven
));
CREATE TABLE keys1 (a INTEGER PRIMARY KEY AUTOINCREMENT, b INT UNIQUE ON CONFLICT IGNORE, c INT NOT NULL ON CONFLICT REPLACE DEFAULT 3);
CREATE TABLE keys2 (a INTEGER PRIMARY KEY DESC, b);
CREATE TABLE keys3 (a INTEGER, b, PRIMARY KEY (a AUTOINCREMENT));
CREATE TABLE keys4 (a INTEGER, b TEXT, CONSTRAINT pk PRIMARY KEY (b COLLATE nocase DESC, a) ON CONFLICT ROLLBACK) WITHOUT ROWID;
CREATE TABLE keys5 (a INTEGER PRIMARY KEY ASC ON CONFLICT FAIL, b TEXT COLLATE nocase UNIQUE, UNIQUE (A, 'b'), UNIQUE ("A" DESC, `b`), CONSTRAINT u UNIQUE (b COLLATE binary));
CREATE TABLE keys6 (a INTEGER, PRIMARY KEY (a DESC));
CREATE TABLE strict1 (a INT, b ANY, c TEXT NOT NULL) STRICT;
CREATE TABLE strict2 (a TEXT PRIMARY KEY, b ANY) WITHOUT ROWID, STRICT;
CREATE TABLE strict3 (a TEXT PRIMARY KEY, b BLOB) strict, without rowid;
CREATE TABLE strict4 (a TEXT PRIMARY KEY) , strict;
CREATE TABLE generated1 (a INT, b INT AS (a * 2), c INT GENERATED ALWAYS AS (a + b) STORED, d TEXT AS ('x' || a) VIRTUAL NOT NULL, e AS (a), f INT GENERATED ALWAYS AS (a) VIRTUAL UNIQUE);
CREATE TABLE generated2 (a GENERATED ALWAYS, b INT GENERATED ALWAYS, c LONGER TYPE NAME ALWAYS, d INT generated /* c */ always as (1), e LONGER TYPE NAME ALWAYS ALWAYS, f LONGER TYPE NAME ALWAYS ALWAYS AS (1), g INT GENERATED);
CREATE TABLE generated3 (a INGENERATED ALWAYS, b INGENERATED ALWAYS AS (1), c INT generated /* c */ always, d LONGER TYPE NOTALWAYS NOT NULL, e INT -- c
GENERATED ALWAYS, f "x"GENERATED ALWAYS DEFAULT 1, g GENERATED ALWAYS GENERATED ALWAYS, h INT CONSTRAINT n GENERATED ALWAYS AS (a), i INT /**/GENERATED ALWAYS AS (a));
CREATE TABLE references1 (a INT REFERENCES p, b INT REFERENCES p (a) ON DELETE CASCADE ON UPDATE SET NULL, c REFERENCES "p" (b) MATCH FULL ON DELETE SET DEFAULT NOT DEFERRABLE INITIALLY IMMEDIATE, d REFERENCES p DEFERRABLE INITIALLY DEFERRED NOT NULL, e REFERENCES p ON DELETE NO ACTION ON DELETE RESTRICT DEFERRABLE, f REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED, g REFERENCES p ON INSERT CASCADE);
CREATE TABLE references2 (a, b, CONSTRAINT fk FOREIGN KEY (B, A) REFERENCES p (c, b) ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE, FOREIGN KEY (a) REFERENCES references2);
CREATE TABLE names1 (a INT CONSTRAINT n1 NOT NULL CONSTRAINT n2 UNIQUE CONSTRAINT n3 DEFAULT 4 CONSTRAINT n4 COLLATE rtrim CONSTRAINT n5 REFERENCES p CONSTRAINT n6 CHECK (a) CONSTRAINT n7, b CONSTRAINT x CONSTRAINT y NULL, CONSTRAINT z CONSTRAINT "w w" UNIQUE (b), CONSTRAINT lonely);
CREATE TABLE no_commas (a, b, UNIQUE (a) CHECK (b) FOREIGN KEY (a) REFERENCES p);
CREATE TABLE unicode ("größe" INT, größe2 INT DEFAULT 'ß', "名前" TEXT, 😀 INT);
CREATE TABLE operators (a, b, CHECK (a -> '$.x' ->> 'y' || b << 1 >> 2 & 3 | 4 <> 5 AND a == b OR a != b AND ~a = - -b), CHECK (a IS NOT NULL AND b ISNULL OR a NOTNULL), CHECK (a BETWEEN -1 AND +1), CHECK (cast(a AS VARCHAR(10)) COLLATE nocase > b));
CREATE TABLE tabs	(
	a	INT	NOT	NULL
	,b
);
CREATE TABLE made AS SELECT 1 AS a, 'x' AS "b c", typeof(1) AS d;
CREATE TABLE made_too AS SELECT 1 AS a, 2 -- named, with this
;
CREATE INDEX i1 ON p (b);
CREATE UNIQUE INDEX i2 ON p (b COLLATE nocase DESC, c ASC) WHERE b IS NOT NULL AND c > 0;
CREATE INDEX i3 ON p (lower(b), a + 1 DESC, (c), ((b) COLLATE rtrim), coalesce(a, b) COLLATE nocase);
CREATE INDEX IF NOT EXISTS main."i 4" ON p ('b');
CREATE INDEX i5 ON keyword_names (desc, asc desc, "by" asc);
CREATE INDEX i6 ON "q""1" ("a""b" || 'x', [c"d]);
CREATE VIEW v1 AS SELECT a /* odd */ + 1, b FROM p WHERE a > (SELECT 1);
CREATE VIEW v2 (x, "y z") AS SELECT a, b FROM p UNION ALL SELECT 1, 2;
CREATE VIEW IF NOT EXISTS v3 AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i, row_number() OVER (ORDER BY i) AS r FROM n;
CREATE VIEW v4 AS SELECT 1 /* too */;
CREATE TRIGGER t1 INSERT ON p BEGIN SELECT 1; END;
CREATE TRIGGER t2 AFTER UPDATE OF a, "b" ON p FOR EACH ROW WHEN new.a > old.a AND CASE WHEN 1 THEN 2 END BEGIN UPDATE p SET c = 'END; BEGIN' WHERE a = new.a; DELETE FROM p WHERE a < 0; END;
CREATE TRIGGER IF NOT EXISTS t3 INSTEAD OF DELETE ON v1 BEGIN SELECT CASE WHEN 1 THEN 2 END; END;
CREATE TRIGGER t4 BEFORE DELETE ON keyword_names WHEN old.begin > 1 BEGIN SELECT RAISE(ABORT, 'no'); END;
CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize = 'porter ascii', prefix='2 3');
CREATE VIRTUAL TABLE boxes USING rtree(id, x1, x2, +note TEXT);
CREATE VIRTUAL TABLE points USING rtree(id, x1, x2, +note;);
CREATE TABLE left (a);
CREATE TABLE with (a);
CREATE VIEW v5 AS SELECT p.a FROM (p AS p CROSS JOIN v1), v2 AS "x, y" NATURAL LEFT JOIN main.v4 WHERE p.a IN left;
CREATE VIEW v6 AS WITH p AS MATERIALIZED (SELECT b AS a FROM v1), v2 (x) AS (SELECT a FROM p) SELECT x FROM v2, json_each('[1]') AS j WHERE EXISTS (WITH v4 AS (SELECT 1) SELECT * FROM v4) OR x IN (SELECT a FROM main.with);
CREATE VIEW v7 AS SELECT 1 AS "from" FROM "p" 'FROM v2', [v1] WHERE "from" > (SELECT max(x.a) FROM ((left AS x)));
CREATE VIEW v8 AS SELECT b FROM 'v1' UNION SELECT a FROM P ORDER BY 1 LIMIT (SELECT count(*) FROM v2);
CREATE VIEW v9 AS SELECT sum(a) FILTER (WHERE a > 0) OVER w FROM p WINDOW w AS (PARTITION BY b), x AS (ORDER BY c);
CREATE VIEW v10 AS SELECT left.a, EXISTS (SELECT * FROM v1) FROM left LEFT OUTER JOIN with ON left.a = with.a;
CREATE VIEW v11 AS SELECT 1 FROM keyword_names WHERE left IS NOT DISTINCT FROM left;
CREATE TRIGGER t5 AFTER INSERT ON p WHEN new.a IN (SELECT x FROM v2) BEGIN INSERT OR REPLACE INTO "keyword_names" (abort) SELECT b FROM v1 WHERE true; UPDATE OR IGNORE left SET a = 1 FROM v4 AS f WHERE left.a > 0; REPLACE INTO with VALUES (1); DELETE FROM left WHERE a IN with; END;
CREATE TRIGGER t6 AFTER DELETE ON p BEGIN INSERT INTO p (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = (SELECT count(*) FROM v10); END;
