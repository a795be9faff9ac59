/* before */ CREATE /* a */ TABLE -- b
 t /* c */ ( -- d
 a INT, /* , x INT */
 b TEXT -- , y INT
 DEFAULT '/* no comment */', -- more
 c2
) /* after */;
-- a line before
ALTER /* x */ TABLE t -- y
  RENAME /* z */ COLUMN a TO /* CREATE TABLE no */ c;
ALTER TABLE t ADD COLUMN d INT /* finished */;
/* DROP TABLE t */ ALTER TABLE t RENAME TO u;
CREATE VIEW v AS -- comment
 SELECT c /* inside */ FROM u;
ALTER TABLE u DROP COLUMN c2;
DROP /* everything */ VIEW v;
