-- A blog with a relation of every kind; the same as ../postgres/schema.sql.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  manager_id INTEGER REFERENCES users (id),
  karma REAL CHECK (karma >= 0)
) STRICT;
CREATE INDEX users_manager ON users (manager_id);
-- One to one.
CREATE TABLE profiles (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  biography TEXT,
  visibility TEXT NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'friends'))
) STRICT;
-- Many to many between users and users.
CREATE TABLE follows (
  follower_id INTEGER NOT NULL REFERENCES users (id),
  followee_id INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (follower_id, followee_id)
) STRICT, WITHOUT ROWID;
-- Two ways to users.
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL REFERENCES users (id),
  editor_id INTEGER REFERENCES users (id),
  slug TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) <= 80),
  rating REAL,
  published_at TEXT,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (author_id, slug)
) STRICT;
CREATE INDEX posts_editor ON posts (editor_id, created_at);
CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  author_id INTEGER NOT NULL REFERENCES users (id),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX comments_post ON comments (post_id);
-- Many to many.
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE post_tags (
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (post_id, tag_id)
) STRICT, WITHOUT ROWID;
-- Keys of two columns: a table, one that refers to it, and a join table.
CREATE TABLE translations (
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  locale TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (post_id, locale)
) STRICT, WITHOUT ROWID;
CREATE TABLE translation_notes (
  id INTEGER PRIMARY KEY,
  post_id INTEGER,
  locale TEXT,
  note TEXT NOT NULL,
  FOREIGN KEY (post_id, locale) REFERENCES translations (post_id, locale)
) STRICT;
CREATE TABLE translation_tags (
  post_id INTEGER NOT NULL,
  locale TEXT NOT NULL,
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (post_id, locale, tag_id),
  FOREIGN KEY (post_id, locale) REFERENCES translations (post_id, locale)
) STRICT, WITHOUT ROWID;
-- No key at all.
CREATE TABLE visits (
  path TEXT NOT NULL,
  seen_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
-- One row of defaults at most.
CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY DEFAULT 'all',
  code BLOB CHECK (length(code) = 3)
) STRICT;
-- Views: one to read, one that takes rows.
CREATE VIEW post_counts AS
  SELECT author_id, count(*) AS posts, max(title) AS last FROM posts GROUP BY author_id;
CREATE VIEW labels AS SELECT id, label, upper(label) AS shown FROM tags;
CREATE TRIGGER labels_insert INSTEAD OF INSERT ON labels BEGIN
  INSERT INTO tags (label) VALUES (NEW.label);
END;
CREATE TRIGGER labels_update INSTEAD OF UPDATE ON labels BEGIN
  UPDATE tags SET label = NEW.label WHERE id = NEW.id;
END;
CREATE TRIGGER labels_delete INSTEAD OF DELETE ON labels BEGIN
  DELETE FROM tags WHERE id = OLD.id;
END;
