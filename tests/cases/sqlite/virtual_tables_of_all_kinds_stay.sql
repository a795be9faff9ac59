-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
CREATE VIRTUAL TABLE places USING rtree(id, min_x, max_x);
CREATE VIRTUAL TABLE words USING fts5(word, tokenize='porter');
CREATE VIRTUAL TABLE old_words USING fts4(word);
CREATE TRIGGER t_insert AFTER INSERT ON t BEGIN INSERT INTO words VALUES ('row ' || NEW.id); END;
INSERT INTO t VALUES (1, 1);
INSERT INTO places VALUES (1, 0, 10);
INSERT INTO words VALUES ('running');
INSERT INTO old_words VALUES ('walking');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
CREATE VIRTUAL TABLE places USING rtree(id, min_x, max_x);
CREATE VIRTUAL TABLE words USING fts5(word, tokenize='porter');
CREATE VIRTUAL TABLE old_words USING fts4(word);
CREATE TRIGGER t_insert AFTER INSERT ON t BEGIN INSERT INTO words VALUES ('row ' || NEW.id); END;
-- lacks
VIRTUAL
places_
words_
-- kept
SELECT word FROM words WHERE words MATCH 'run';
= running
SELECT id FROM places WHERE max_x > 5;
= 1
INSERT INTO t VALUES (2, 'x'); SELECT count(*) FROM words;
= 3
