#include "generate/typescript/relation.h"

#include <algorithm>
#include <map>
#include <set>

#include "generate/naming.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;

std::string joined(const Columns& columns, const char* separator) {
  std::string all;
  for (const std::string& column : columns) all += (all.empty() ? "" : separator) + column;
  return all;
}

std::string by(const Columns& columns) { return "_by_" + joined(columns, "_and_"); }

/// SQLite takes a foreign key to a table without a primary key, and fails where it is used.
bool pairs_columns(const Relationship& r) {
  const auto is_paired = [](const Columns& a, const Columns& b) {
    return !a.empty() && a.size() == b.size();
  };
  if (!r.through) return is_paired(r.columns, r.referenced_columns);
  return is_paired(r.columns, r.through->columns) &&
         is_paired(r.referenced_columns, r.through->referenced_columns);
}

bool is_between_entities(const Relationship& r) {
  return pairs_columns(r) && has_entity(r.referenced->table) &&
         (!r.through || has_entity(r.through->table->table));
}

/// author_id is the author; so is author_name that refers to a name.
std::string role(const std::string& column, const std::string& referenced) {
  for (const std::string& suffix : {"_" + referenced, std::string("_id")})
    if (column.size() > suffix.size() && column.ends_with(suffix))
      return column.substr(0, column.size() - suffix.size());
  return column + "_row";
}

class Names {
 public:
  Names(const TableObject& table, const std::vector<Relationship>& all) : table_(table) {
    for (const Relationship& r : all) {
      ++ways_[r.referenced];
      ++(r.through ? through_[{r.referenced, r.through->table}]
                   : siblings_[{r.referenced, r.holds_key}]);
    }
  }

  std::string of(const Relationship& r) const {
    const std::string& other = r.referenced->table.table_name;
    if (r.through) return other + way_through(r);
    if (r.holds_key && r.columns.size() == 1) return role(r.columns[0], r.referenced_columns[0]);
    const Columns& key = r.holds_key ? r.columns : r.referenced_columns;
    return other + (siblings_.at({r.referenced, r.holds_key}) > 1 ? by(key) : "");
  }

 private:
  std::string way_through(const Relationship& r) const {
    const bool is_own = name_of(r.referenced->table) == name_of(table_.table);
    if (through_.at({r.referenced, r.through->table}) > 1 || is_own)
      return by(r.through->referenced_columns);
    return ways_.at(r.referenced) > 1 ? "_through_" + r.through->table->table.table_name : "";
  }

  const TableObject& table_;
  /// How many relations lead to a table: at all, by foreign keys of one side, through another.
  std::map<const TableObject*, int> ways_;
  std::map<std::pair<const TableObject*, bool>, int> siblings_;
  std::map<std::pair<const TableObject*, const TableObject*>, int> through_;
};

bool is_optional(const TableObject& table, const Relationship& r) {
  if (!r.holds_key) return r.kind == RelationshipKind::kOneToOne;
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
    return column.is_nullable &&
           std::find(r.columns.begin(), r.columns.end(), column.column_name) != r.columns.end();
  });
}

/// What no other relation of the table has.
std::string signature(const Relationship& r) {
  std::string text = joined(r.columns, "\n") + '\n' + r.referenced->table.schema_name + '\n' +
                     r.referenced->table.table_name + '\n' + joined(r.referenced_columns, "\n") +
                     '\n' + r.constraint_name.value_or("") + (r.holds_key ? "\n" : "");
  if (!r.through) return text;
  const Table& through = r.through->table->table;
  return text + '\n' + through.schema_name + '\n' + through.table_name + '\n' +
         joined(r.through->columns, "\n");
}

/// A path of relations has dots between them.
std::string without_dots(std::string name) {
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

int rank(const Relation& relation) {
  return relation.relationship.through ? 2 : relation.relationship.holds_key ? 0 : 1;
}

/// Relations and columns are properties of the same rows.
void part_names(std::vector<Relation>& relations, const TableObject& table, const Naming& naming) {
  std::map<std::string, int> uses{{"__proto__", 1}};
  for (const Column& column : table.columns)
    ++uses[property(naming.spelling.of_property(column.column_name))];
  for (const Relation& relation : relations) ++uses[property(relation.name)];
  for (Relation& relation : relations)
    if (uses[property(relation.name)] > 1)
      relation.name += "_" + short_hash(signature(relation.relationship));
}

}  // namespace

bool has_entity(const Table& table) {
  return table.kind != "view" && table.kind != "materialized view" && table.is_insertable;
}

std::vector<Relation> relations_of(const TableObject& table, const Catalog& catalog,
                                   const Naming& naming) {
  std::vector<Relationship> all = relationships_of(table, catalog);
  std::set<std::string> seen;  // SQLite takes the same foreign key twice
  std::erase_if(all, [&](const Relationship& r) {
    return !is_between_entities(r) || !seen.insert(signature(r)).second;
  });
  const Names names(table, all);
  std::vector<Relation> relations;
  for (const Relationship& r : all)
    relations.push_back(
        {naming.spelling.of_property(without_dots(names.of(r))), is_optional(table, r), r});
  part_names(relations, table, naming);
  std::sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) {
    return std::pair(rank(a), a.name) < std::pair(rank(b), b.name);
  });
  return relations;
}

}  // namespace ddltrail::typescript
