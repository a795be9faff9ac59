#include "random_statements.h"

namespace ddltrail::test {

std::string RandomStatements::shape() {
  static constexpr const char* kShapes[] = {
      "(id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x', \"q\"\"u\" INT UNIQUE)",
      "(a INT, \"from\" REAL, PRIMARY KEY (\"from\", a)) WITHOUT ROWID",
      "(a ANY, \"ü b\" TEXT, UNIQUE (a, \"ü b\")) STRICT",
      "(id INTEGER PRIMARY KEY, a INT REFERENCES plain ON DELETE CASCADE, [x'y] AS (a * 2))",
      "(a INT, \"q\"\"u\" INT REFERENCES \"a\"\"b's\" (a) DEFERRABLE INITIALLY DEFERRED)"};
  return kShapes[pick(5)];
}

std::string RandomStatements::create_table() { return "CREATE TABLE " + table() + " " + shape(); }

std::vector<std::string> RandomStatements::rebuild() {
  const auto name = table();
  const std::string other = pick(2) == 0 ? "new_table" : table();
  const auto copy = [&](const std::string& to, const std::string& from) {
    return "INSERT OR IGNORE INTO " + to + " (a) SELECT " + column() + " FROM " + from;
  };
  switch (pick(4)) {
    case 0:
      return {"CREATE TABLE " + other + " AS SELECT * FROM " + name, "DROP TABLE " + name,
              "ALTER TABLE " + other + " RENAME TO " + name};
    case 1:
      return {"ALTER TABLE " + name + " RENAME TO " + other, "CREATE TABLE " + name + " " + shape(),
              copy(name, other), "DROP TABLE " + other};
    case 2:
      return {"CREATE TEMP TABLE kept AS SELECT * FROM " + name, "DROP TABLE " + name,
              "CREATE TABLE " + name + " " + shape(), copy(name, "kept"), "DROP TABLE kept"};
    default:
      return {"CREATE TABLE " + other + " " + shape(), copy(other, name), "DROP TABLE " + name,
              "ALTER TABLE " + other + " RENAME TO " + name};
  }
}

std::string RandomStatements::next() {
  const auto number = std::to_string(pick(4));
  switch (pick(16)) {
    case 0:
    case 1:
    case 2:
      return create_table();
    case 3:
      return "DROP TABLE " + table();
    case 4:
    case 5:
      return "ALTER TABLE " + table() + " RENAME TO " + table();
    case 6:
    case 7:
      return "ALTER TABLE " + table() + " RENAME COLUMN " + column() + " TO " + column();
    case 8:
      return "ALTER TABLE " + table() + " ADD COLUMN " + column() + " INT DEFAULT " + number;
    case 9:
      return "ALTER TABLE " + table() + " DROP COLUMN " + column();
    case 10:
      return "CREATE INDEX i" + number + " ON " + table() + " (" + column() + ")";
    case 11:
      return "CREATE VIEW v" + number + " AS SELECT * FROM " + (pick(3) == 0 ? "v0" : table());
    case 12:
      return "CREATE TRIGGER g" + number + " INSTEAD OF INSERT ON v" + std::to_string(pick(4)) +
             " BEGIN SELECT 1; END";
    case 13:
      return "CREATE VIRTUAL TABLE docs USING fts5(a, b)";
    case 14:
      return pick(2) == 0 ? "DROP TABLE docs" : "ALTER TABLE docs RENAME TO docs2";
    default:
      return (pick(2) == 0 ? "DROP INDEX i" : "DROP VIEW v") + number;
  }
}

}  // namespace ddltrail::test
