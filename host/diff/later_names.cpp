#include "diff/later_names.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "diff/renamed_text.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using RoutineName = Renames::RoutineName;

/// How the routines of a schema spell their arguments: one list of types has several spellings.
class Spellings {
 public:
  explicit Spellings(const std::vector<Routine>& routines) {
    for (const Routine& row : routines)
      known_[key({{row.schema_name, row.routine_name}, row.identity_arguments})] =
          row.identity_arguments;
  }

  std::string arguments(const RoutineName& routine) const {
    const auto found = known_.find(key(routine));
    return found == known_.end() ? routine.second : found->second;
  }

 private:
  static std::vector<std::string> key(const RoutineName& routine) {
    std::vector<std::string> words = {routine.first.first, routine.first.second};
    for (const SqlToken& token : sql_tokens(routine.second)) words.push_back(token.text);
    return words;
  }

  std::map<std::vector<std::string>, std::string> known_;
};

/// Each relation by itself.
class LaterNames {
 public:
  LaterNames(const Renames& renames, Schema& from, const Schema& to)
      : renames_(renames), from_(from), spellings_(to.routines) {}

  void run() {
    types();
    routines();
    sequences();
    tables();
    parts_of_tables();
    statistics();
    publications();
    privileges();
    for (Namespace& row : from_.schemas) schema(row.schema_name);
    for (Extension& row : from_.extensions) schema(row.schema_name);
  }

 private:
  void types() {
    for (EnumType& row : from_.enums) {
      for (std::string& value : row.values)
        value = Renames::later(renames_.enum_values, {row.schema_name, row.enum_name}, value);
      object(row.schema_name, row.enum_name);
    }
    for (Domain& row : from_.domains) {
      named_parts(renames_.constraints, {row.schema_name, row.domain_name}, row.constraints);
      std::sort(row.constraints.begin(), row.constraints.end(),
                [](const Json& a, const Json& b) { return a.at("name") < b.at("name"); });
      object(row.schema_name, row.domain_name);
    }
    for (CompositeType& row : from_.composite_types) {
      named_parts(renames_.columns, {row.schema_name, row.type_name}, row.attributes);
      object(row.schema_name, row.type_name);
    }
    for (RangeType& row : from_.range_types) object(row.schema_name, row.type_name);
  }

  void routines() {
    const bool have_moved = !renames_.routines.empty() || renames_.renames_types();
    for (Routine& row : from_.routines) {
      const RoutineName former = {{row.schema_name, row.routine_name}, row.identity_arguments};
      if (!have_moved) continue;
      const RoutineName later = renames_.later(former);
      std::tie(row.schema_name, row.routine_name) = later.first;
      row.identity_arguments = spellings_.arguments(later);
      granted_[{"routine", {former.first.first, signature(former)}}] = {
          row.schema_name, signature({later.first, row.identity_arguments})};
    }
  }

  /// As privileges name it.
  static std::string signature(const RoutineName& routine) {
    return routine.first.second + "(" + routine.second + ")";
  }

  void sequences() {
    for (Sequence& row : from_.sequences) {
      const TableName former = {row.schema_name, row.sequence_name};
      std::tie(row.schema_name, row.sequence_name) = renames_.later_sequence(former);
      granted_[{"sequence", former}] = {row.schema_name, row.sequence_name};
      if (!row.table_schema || !row.table_name) continue;
      if (row.column_name) column({*row.table_schema, *row.table_name}, *row.column_name);
      object(*row.table_schema, *row.table_name);
    }
  }

  void tables() {
    for (Table& row : from_.tables) {
      if (row.parent_schema && row.parent_table) object(*row.parent_schema, *row.parent_table);
      object(row.schema_name, row.table_name);
    }
    for (View& row : from_.views) object(row.schema_name, row.view_name);
    for (Parent& row : from_.parents) {
      object(row.parent_schema, row.parent_table);
      object(row.schema_name, row.table_name);
    }
  }

  void parts_of_tables() {
    for (Index& row : from_.indexes) index(row);
    for (TableProperties& row : from_.table_properties) {
      const TableName table = {row.schema_name, row.table_name};
      if (row.replica_index) row.replica_index = later_index(table, *row.replica_index);
      object(row.schema_name, row.table_name);
    }
    for (Constraint& row : from_.constraints) {
      if (row.constraint_name) constraint(row, *row.constraint_name);
      part(row, row.columns);
    }
    for (ForeignKey& row : from_.foreign_keys) {
      if (row.constraint_name) constraint(row, *row.constraint_name);
      column({row.referenced_schema, row.referenced_table}, row.referenced_columns);
      object(row.referenced_schema, row.referenced_table);
      part(row, row.columns);
    }
    for (Column& row : from_.columns) {
      if (row.type_schema) object(*row.type_schema, row.type_name);
      if (row.base_schema) object(*row.base_schema, row.base_name);
      part(row, row.column_name);
    }
    for (ColumnProperties& row : from_.column_properties) part(row, row.column_name);
    for (Trigger& row : from_.triggers) object(row.schema_name, row.table_name);
    for (Rule& row : from_.rules) object(row.schema_name, row.table_name);
    for (Policy& row : from_.policies) object(row.schema_name, row.table_name);
  }

  void index(Index& row) {
    const TableName table = {row.schema_name, row.table_name};
    row.index_name = later_index(table, row.index_name);
    for (Json& key : row.keys)
      if (Json& name = key["column"]; name.is_string()) column(table, name.get_ref<std::string&>());
    column(table, row.included);
    part(row, row.columns);
  }

  /// That of a constraint has its name.
  std::string later_index(const TableName& table, const std::string& name) const {
    const auto listed = renames_.indexes.find({table.first, name});
    return listed == renames_.indexes.end() ? Renames::later(renames_.constraints, table, name)
                                            : listed->second.second;
  }

  void statistics() {
    for (Statistics& row : from_.statistics) {
      schema(row.schema_name);
      object(row.table_schema, row.table_name);
    }
  }

  void publications() {
    for (Publication& row : from_.publications) {
      for (std::string& name : row.schemas) schema(name);
      std::sort(row.schemas.begin(), row.schemas.end());
      for (Json& table : row.tables) published(table);
      std::sort(row.tables.begin(), row.tables.end(), [](const Json& a, const Json& b) {
        return std::tie(a.at("schema_name"), a.at("table_name")) <
               std::tie(b.at("schema_name"), b.at("table_name"));
      });
    }
  }

  void published(Json& table) {
    std::string& schema = table.at("schema_name").get_ref<std::string&>();
    std::string& name = table.at("table_name").get_ref<std::string&>();
    if (table.at("columns").is_array()) column({schema, name}, table.at("columns"));
    object(schema, name);
  }

  void privileges() {
    for (Privilege& row : from_.privileges) {
      if (!row.schema_name) continue;
      const TableName former = {*row.schema_name, row.object_name};
      if (row.column_name) column(former, *row.column_name);
      const auto known = granted_.find({row.object_kind, former});
      if (row.object_kind == "schema")
        *row.schema_name = row.object_name = renames_.later_schema(row.object_name);
      else
        std::tie(*row.schema_name, row.object_name) =
            known == granted_.end() ? renames_.later(former) : known->second;
    }
    for (DefaultPrivilege& row : from_.default_privileges)
      if (row.schema_name) schema(*row.schema_name);
  }

  void schema(std::string& name) { name = renames_.later_schema(name); }

  /// A table or a type.
  void object(std::string& schema, std::string& name) {
    std::tie(schema, name) = renames_.later({schema, name});
  }

  /// A row that belongs to a table, with the columns that it names.
  template <class Struct, class Columns>
  void part(Struct& row, Columns& named) {
    column({row.schema_name, row.table_name}, named);
    object(row.schema_name, row.table_name);
  }

  template <class Struct>
  void constraint(const Struct& row, std::string& name) {
    name = Renames::later(renames_.constraints, {row.schema_name, row.table_name}, name);
  }

  void column(const TableName& table, std::string& name) {
    name = Renames::later(renames_.columns, table, name);
  }
  void column(const TableName& table, std::vector<std::string>& names) {
    for (std::string& name : names) column(table, name);
  }
  void column(const TableName& table, Json& names) {
    for (Json& name : names)
      if (name.is_string()) column(table, name.get_ref<std::string&>());
  }

  /// Attributes of a type or constraints of a domain.
  void named_parts(const std::map<TableName, Renames::Names>& listed, const TableName& owner,
                   Json& parts) {
    for (Json& part : parts) {
      std::string& name = part.at("name").get_ref<std::string&>();
      name = Renames::later(listed, owner, name);
    }
  }

  const Renames& renames_;
  Schema& from_;
  const Spellings spellings_;
  /// Former names of what privileges are on, by kind.
  std::map<std::pair<std::string, TableName>, TableName> granted_;
};

}  // namespace

void give_later_names(const Renames& renames, Schema& from, const Schema& to) {
  LaterNames(renames, from, to).run();
}

}  // namespace ddltrail
