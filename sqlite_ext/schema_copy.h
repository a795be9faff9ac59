// The stored copy of the schema: what the log has recorded last, and the definitions of its
// objects. Here in memory, as read from ddltrail_state; whoever holds it sees to it that it still
// is what stands there.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "definition.h"
#include "schema_object.h"
#include "statement.h"

namespace ddltrail {

/// The rows that are not the same in the copy and in sqlite_schema, as they were and as they are.
struct Delta {
  std::vector<SchemaObject> before;
  std::vector<SchemaObject> after;
};

/// A definition as it is stored, where it does not follow from the text of the object, and as it
/// was parsed.
struct StoredDefinition {
  std::optional<std::string> text;
  Definition parsed;
};

class SchemaCopy {
 public:
  explicit SchemaCopy(Database db) : db_(std::move(db)) {}
  /// Reads all but the definitions, which are read one by one as they are needed.
  void read();

  Delta compare() const;

  /// Tables, views and indexes that are named `name` or belong to it.
  std::vector<SchemaObject> of_table(const std::string& name) const;
  /// The same, and the tables and views whose text may mention the name: more rather than fewer.
  std::vector<SchemaObject> touched_by(const std::string& name) const;

  Definition definition(const SchemaObject& object);

  /// Makes the copy say `after` where it said `before`.
  void replace(const Delta& delta);
  /// What one object was is another one now.
  void hand_over(std::int64_t from, std::int64_t to);
  void put_definition(const SchemaObject& object, StoredDefinition definition);
  /// Writes what is not as in ddltrail_state. `put` takes the values of a row.
  void save(Statement& put);

 private:
  struct Stored {
    explicit Stored(SchemaObject stored);

    SchemaObject object;
    std::optional<StoredDefinition> definition;  // nothing: not read yet
    std::string upper_sql;                       // to look for names in it
  };
  using Rows = std::vector<Stored>;  // in order of schema_rowid

  Rows::const_iterator place_of(std::int64_t schema_rowid) const;
  bool is_at(Rows::const_iterator place, std::int64_t schema_rowid) const;
  Stored* find(const SchemaObject& object);
  StoredDefinition& definition_of(Stored& row) const;

  Database db_;
  Rows rows_;
  std::set<std::int64_t> unsaved_;  // schema_rowid of rows that came, went or changed
};

}  // namespace ddltrail
