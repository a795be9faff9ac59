-- from
CREATE TABLE words (id int PRIMARY KEY, word text NOT NULL);
CREATE INDEX words_word_idx ON words (word);
CREATE UNIQUE INDEX words_lower_idx ON words (lower(word));
INSERT INTO words VALUES (1, 'a'), (2, 'B');
-- to
CREATE TABLE words (id int PRIMARY KEY, word text COLLATE "C" NOT NULL);
CREATE INDEX words_word_idx ON words (word);
CREATE UNIQUE INDEX words_lower_idx ON words (lower(word));
-- back
-- kept
SELECT word FROM words ORDER BY word;
= B
= a
