#include <map>
#include <set>

#include "base/error.h"
#include "contract_mirrors.h"
#include "diff/difference.h"
#include "diff/grants.h"
#include "diff/merge.h"
#include "diff/operations.h"
#include "diff/renaming.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using RoutineName = Renames::RoutineName;

template <class Struct>
TableName table_of(const Struct& row) {
  return {row.schema_name, row.table_name};
}

/// By the key of the relation.
constexpr auto kKey = [](const auto& row) { return key_values(row); };

/// What an object is called: its kind in the log, and its names.
struct Name {
  std::string kind;
  std::optional<std::string> schema;
  std::string name;
  std::string identity;
};

Name in_schema(std::string kind, const std::string& schema, const std::string& name) {
  return {std::move(kind), schema, name, schema + "." + name};
}

Name alone(std::string kind, const std::string& name) {
  return {std::move(kind), std::nullopt, name, name};
}

template <class Struct>
Name on_table(std::string kind, const Struct& row, const std::string& name) {
  return {std::move(kind), row.schema_name, name,
          name + " on " + row.schema_name + "." + row.table_name};
}

Name name_of(const Namespace& row) { return alone("schema", row.schema_name); }
Name name_of(const Extension& row) { return alone("extension", row.extension_name); }
Name name_of(const ForeignServer& row) { return alone("server", row.server_name); }
Name name_of(const Publication& row) { return alone("publication", row.publication_name); }
Name name_of(const EnumType& row) { return in_schema("enum", row.schema_name, row.enum_name); }
Name name_of(const Domain& row) { return in_schema("domain", row.schema_name, row.domain_name); }
Name name_of(const CompositeType& row) {
  return in_schema("composite type", row.schema_name, row.type_name);
}
Name name_of(const RangeType& row) {
  return in_schema("range type", row.schema_name, row.type_name);
}
Name name_of(const Routine& row) {
  return in_schema(row.kind == "window function" ? "function" : row.kind, row.schema_name,
                   row.routine_name + "(" + row.identity_arguments + ")");
}
Name name_of(const Sequence& row) {
  return in_schema("sequence", row.schema_name, row.sequence_name);
}
Name name_of(const Table& row) { return in_schema(row.kind, row.schema_name, row.table_name); }
Name name_of(const Index& row) { return in_schema("index", row.schema_name, row.index_name); }
Name name_of(const Statistics& row) {
  return in_schema("statistics object", row.schema_name, row.statistics_name);
}
Name name_of(const Trigger& row) { return on_table("trigger", row, row.trigger_name); }
Name name_of(const Policy& row) { return on_table("policy", row, row.policy_name); }

/// What the default privileges are about: "for role ada on table in schema shop".
std::string default_acl_identity(const DefaultPrivilege& row) {
  return "for role " + row.role + " on " + row.object_kind +
         (row.schema_name ? " in schema " + *row.schema_name : "");
}

/// The constraint that a row is about: schema, table, name and columns.
using ConstraintName = std::tuple<TableName, std::optional<std::string>, Json>;

template <class Struct>
ConstraintName constraint_of(const Struct& row) {
  return {table_of(row), row.constraint_name, row.columns};
}

Json foreign_key_operations(const ForeignKey* before, const ForeignKey* after) {
  if (before && after) return operations(*before, *after);
  return Json::array({{{"op", after ? "add_constraint" : "drop_constraint"},
                       {"kind", "foreign key"},
                       {"columns", (after ? after : before)->columns}}});
}

Json comment_operations(const Index& before, const Index& after) {
  return Json::array(
      {property_operation("comment", write_value(before.comment), write_value(after.comment))});
}

class Differ {
 public:
  Differ(const Schema& from, const Schema& to) : from_(from), to_(to) {
    for (const Schema* schema : {&from, &to}) {
      for (const Table& row : schema->tables) kinds_[table_of(row)] = row.kind;
      const auto add_kind = [&](const Name& name) {
        kinds_[{*name.schema, name.name}] = name.kind;
      };
      for (const EnumType& row : schema->enums) add_kind(name_of(row));
      for (const Domain& row : schema->domains) add_kind(name_of(row));
      for (const CompositeType& row : schema->composite_types) add_kind(name_of(row));
      for (const RangeType& row : schema->range_types) add_kind(name_of(row));
    }
  }

  std::vector<Difference> run(const Renames& renames) {
    renamed(renames);
    objects(&Schema::schemas);
    objects(&Schema::extensions);
    objects(&Schema::foreign_servers);
    enums();
    objects(&Schema::domains);
    objects(&Schema::composite_types);
    objects(&Schema::range_types);
    objects(&Schema::routines);
    tables();
    sequences();
    parts_of_tables();
    objects(&Schema::statistics);
    objects(&Schema::publications);
    privileges();
    default_privileges();
    return std::move(differences_);
  }

 private:
  void renamed(const Renames& renames) {
    for (const auto& [former, later] : renames.schemas)
      add(alone("schema", later), "rename", rename("rename", former, later));
    for (const auto& [former, later] : renames.tables) renamed(former, owner(later));
    for (const auto& [former, later] : renames.types) renamed(former, owner(later));
    for (const auto& [former, later] : renames.routines) {
      const auto [name, arguments] = renames.later(RoutineName(former));
      renamed(former.first, routine(name, arguments), name.second);
    }
    for (const auto& [former, later] : renames.sequences)
      renamed(former, in_schema("sequence", later.first, later.second));
    for (const auto& [former, later] : renames.indexes)
      renamed(former, in_schema("index", later.first, later.second));
    renamed_parts(renames, renames.columns, "rename_column");
    renamed_parts(renames, renames.enum_values, "rename_enum_value");
    renamed_parts(renames, renames.constraints, "rename_constraint");
  }

  void renamed(const TableName& former, const Name& name) { renamed(former, name, name.name); }

  void renamed(const TableName& former, const Name& name, const std::string& later) {
    if (former.first != *name.schema)
      add(name, "rename", rename("set_schema", former.first, *name.schema));
    if (former.second != later) add(name, "rename", rename("rename", former.second, later));
  }

  void renamed_parts(const Renames& renames, const std::map<TableName, Renames::Names>& parts,
                     const char* op) {
    for (const auto& [former_owner, names] : parts)
      for (const auto& [former, later] : names)
        add(owner(renames.later(former_owner)), "alter", rename(op, former, later));
  }

  /// A table or a type.
  Name owner(const TableName& name) { return in_schema(kinds_[name], name.first, name.second); }

  /// By its later name.
  Name routine(const TableName& name, const std::string& arguments) const {
    for (const Routine& row : to_.routines)
      if (TableName(row.schema_name, row.routine_name) == name &&
          row.identity_arguments == arguments)
        return name_of(row);
    return in_schema("routine", name.first, name.second + "(" + arguments + ")");
  }

  static Json rename(const char* op, const std::string& from, const std::string& to) {
    return Json::array({{{"op", op}, {"from", from}, {"to", to}}});
  }

  void add(const Name& name, const std::string& action, Json details) {
    if (details.empty()) return;
    const auto [place, is_new] =
        places_.try_emplace(name.kind + '\n' + name.identity, differences_.size());
    if (is_new)
      differences_.push_back(
          {action, name.kind, name.schema, name.name, name.identity, Json::array()});
    Json& all = differences_[place->second].details;
    all.insert(all.end(), details.begin(), details.end());
  }

  void add_to_table(const TableName& table, Json operation) {
    if (comes_and_goes_.contains(table)) return;
    add(in_schema(kinds_[table], table.first, table.second), "alter",
        Json::array({std::move(operation)}));
  }

  template <class Struct>
  void add_object(const Struct* before, const Struct* after, Json details) {
    if (before && after) return add(name_of(*after), "alter", std::move(details));
    const char* op = after ? "create" : "drop";
    add(name_of(after ? *after : *before), op, Json::array({{{"op", op}}}));
  }

  /// Objects whose row says all of them.
  template <class Struct>
  void objects(std::vector<Struct> Schema::*relation) {
    merge(from_.*relation, to_.*relation, kKey, [&](const Struct* before, const Struct* after) {
      add_object(before, after, before && after ? operations(*before, *after) : Json());
    });
  }

  void enums() {
    merge(from_.enums, to_.enums, kKey, [&](const EnumType* before, const EnumType* after) {
      add_object(before, after, before && after ? enum_operations(*before, *after) : Json());
    });
  }

  /// A table of another kind is another table.
  void tables() {
    const auto key = [](const Table& table) {
      return std::tie(table.schema_name, table.table_name, table.kind);
    };
    merge(from_.tables, to_.tables, key, [&](const Table* before, const Table* after) {
      if (!before || !after) comes_and_goes_.insert(table_of(before ? *before : *after));
      add_object(before, after, before && after ? operations(*before, *after) : Json());
    });
  }

  /// Those of identity and serial columns come and go with their tables. That of an identity column
  /// is known by its column, whatever it is called.
  void sequences() {
    const auto key = [](const Sequence& row) {
      const std::string none;
      return row.is_identity
                 ? std::tuple(true, row.table_schema.value_or(none), row.table_name.value_or(none),
                              row.column_name.value_or(none))
                 : std::tuple(false, row.schema_name, row.sequence_name, none);
    };
    merge(from_.sequences, to_.sequences, key, [&](const Sequence* before, const Sequence* after) {
      const Sequence& row = after ? *after : *before;
      const bool is_part =
          row.table_name && comes_and_goes_.contains({*row.table_schema, *row.table_name});
      if (before && after)
        add_object(before, after, operations(*before, *after));
      else if (!is_part && !row.is_identity)
        add_object(before, after, Json());
    });
  }

  void parts_of_tables() {
    columns();
    views();
    constraints();
    foreign_keys();
    parents();
    rules();
    properties();
    column_properties();
    indexes();
    parts_with_rows(&Schema::triggers);
    parts_with_rows(&Schema::policies);
  }

  void columns() {
    const auto key = [](const Column& column) {
      return std::tie(column.schema_name, column.table_name, column.column_name);
    };
    merge(from_.columns, to_.columns, key, [&](const Column* before, const Column* after) {
      const Column& column = after ? *after : *before;
      Json details;
      if (!after) {
        details = Json::array({{{"op", "drop_column"}, {"column", column.column_name}}});
      } else if (!before) {
        details = Json::array(
            {{{"op", "add_column"}, {"column", column.column_name}, {"type", column.data_type}}});
      } else {
        details = column_operations(*before, *after);
      }
      for (Json& operation : details) add_to_table(table_of(column), std::move(operation));
    });
  }

  void views() {
    merge(from_.views, to_.views, kKey, [&](const View* before, const View* after) {
      const View& row = after ? *after : *before;
      add_to_table({row.schema_name, row.view_name}, {{"op", "alter_view"}});
    });
  }

  void constraints() {
    // Of those without a name the definition tells which one it is.
    const auto key = [](const Constraint& row) {
      const auto definition = row.constraint_name ? std::nullopt : row.definition;
      return std::tuple_cat(
          std::tie(row.schema_name, row.table_name, row.kind, row.constraint_name, row.columns),
          std::make_tuple(definition));
    };
    merge(from_.constraints, to_.constraints, key,
          [&](const Constraint* before, const Constraint* after) {
            const Constraint& row = after ? *after : *before;
            Json operation{{"constraint", write_value(row.constraint_name)}, {"kind", row.kind}};
            if (before && after) return altered_constraint(*before, *after, std::move(operation));
            told_constraints_.insert(constraint_of(row));
            operation["op"] = after ? "add_constraint" : "drop_constraint";
            operation["columns"] = row.columns;
            operation["definition"] = write_value(row.definition);
            add_to_table(table_of(row), std::move(operation));
          });
  }

  void altered_constraint(const Constraint& before, const Constraint& after, Json operation) {
    if (before.comment != after.comment)
      add_to_table(table_of(after), {{"op", "comment"},
                                     {"constraint", operation["constraint"]},
                                     {"from", write_value(before.comment)},
                                     {"to", write_value(after.comment)}});
    if (operations(before, after, {"comment"}).empty()) return;
    told_constraints_.insert(constraint_of(after));
    operation.update({{"op", "alter_constraint"},
                      {"from", write_value(before.definition)},
                      {"to", write_value(after.definition)}});
    add_to_table(table_of(after), std::move(operation));
  }

  /// What the constraints have not told: in SQLite a foreign key may leave it to its parent which
  /// columns it refers to.
  void foreign_keys() {
    const auto key = [](const ForeignKey& row) {
      return std::tie(row.schema_name, row.table_name, row.constraint_name, row.columns);
    };
    merge(from_.foreign_keys, to_.foreign_keys, key,
          [&](const ForeignKey* before, const ForeignKey* after) {
            const ForeignKey& row = after ? *after : *before;
            if (told_constraints_.contains(constraint_of(row))) return;
            for (Json& operation : foreign_key_operations(before, after)) {
              operation["constraint"] = write_value(row.constraint_name);
              add_to_table(table_of(row), std::move(operation));
            }
          });
  }

  void parents() {
    const auto key = [](const Parent& row) {
      return std::tie(row.schema_name, row.table_name, row.parent_schema, row.parent_table);
    };
    merge(from_.parents, to_.parents, key, [&](const Parent* before, const Parent* after) {
      const Parent& row = after ? *after : *before;
      const std::string parent = row.parent_schema + "." + row.parent_table;
      if (before && after) {
        for (Json& operation : operations(*before, *after)) {
          operation["parent"] = parent;
          add_to_table(table_of(row), std::move(operation));
        }
      } else {
        add_to_table(table_of(row),
                     {{"op", after ? "add_parent" : "drop_parent"}, {"parent", parent}});
      }
    });
  }

  void rules() {
    merge(from_.rules, to_.rules, kKey, [&](const Rule* before, const Rule* after) {
      const Rule& row = after ? *after : *before;
      const char* op = !before ? "add_rule" : !after ? "drop_rule" : "alter_rule";
      add_to_table(table_of(row), {{"op", op}, {"rule", row.rule_name}});
    });
  }

  /// Tables without a row have the defaults.
  void properties() {
    merge(from_.table_properties, to_.table_properties, kKey,
          [&](const TableProperties* before, const TableProperties* after) {
            const TableProperties usual{
                .persistence = "permanent", .replica_identity = "default", .is_populated = true};
            for (Json& operation : operations(before ? *before : usual, after ? *after : usual,
                                              {"schema_name", "table_name"}))
              add_to_table(table_of(after ? *after : *before), std::move(operation));
          });
  }

  void column_properties() {
    merge(from_.column_properties, to_.column_properties, kKey,
          [&](const ColumnProperties* before, const ColumnProperties* after) {
            const ColumnProperties usual;
            const ColumnProperties& row = after ? *after : *before;
            for (Json& operation : operations(before ? *before : usual, after ? *after : usual,
                                              {"schema_name", "table_name", "column_name"})) {
              operation["column"] = row.column_name;
              add_to_table(table_of(row), std::move(operation));
            }
          });
  }

  /// Those behind constraints are told by the constraint, their comments apart.
  void indexes() {
    const auto unless_constraint = [](const Index* row) {
      return row && !row->is_constraint ? row : nullptr;
    };
    merge(from_.indexes, to_.indexes, kKey, [&](const Index* before, const Index* after) {
      const bool are_constraints = before && after && before->is_constraint && after->is_constraint;
      if (are_constraints && before->comment != after->comment)
        add_object(before, after, comment_operations(*before, *after));
      else if (unless_constraint(before) || unless_constraint(after))
        add_part(unless_constraint(before), unless_constraint(after));
    });
  }

  template <class Struct>
  void parts_with_rows(std::vector<Struct> Schema::*relation) {
    merge(from_.*relation, to_.*relation, kKey,
          [&](const Struct* before, const Struct* after) { add_part(before, after); });
  }

  /// What comes and goes with its table is not told.
  template <class Struct>
  void add_part(const Struct* before, const Struct* after) {
    if (comes_and_goes_.contains(table_of(after ? *after : *before))) return;
    add_object(before, after, before && after ? operations(*before, *after) : Json());
  }

  void privileges() {
    for_each_difference(
        from_.privileges, to_.privileges, [&](const Privilege& row, Json operation) {
          if (row.schema_name && comes_and_goes_.contains({*row.schema_name, row.object_name}))
            return;
          if (row.column_name) operation["column"] = *row.column_name;
          const bool is_in_schema = row.schema_name && row.object_kind != "schema";
          add(is_in_schema ? in_schema(row.object_kind, *row.schema_name, row.object_name)
                           : alone(row.object_kind, row.object_name),
              "alter", Json::array({std::move(operation)}));
        });
  }

  void default_privileges() {
    for_each_difference(from_.default_privileges, to_.default_privileges,
                        [&](const DefaultPrivilege& row, Json operation) {
                          add(alone("default acl", default_acl_identity(row)), "alter",
                              Json::array({std::move(operation)}));
                        });
  }

  const Schema& from_;
  const Schema& to_;
  std::map<TableName, std::string> kinds_;  ///< of tables and types
  std::set<TableName> comes_and_goes_;
  std::set<ConstraintName> told_constraints_;
  std::map<std::string, std::size_t> places_;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> diff(Schema from, const Schema& to, const Renames& renames) {
  if (from.engine != to.engine)
    throw Error("the two schemas are of different engines",
                std::string(name_of(from.engine)) + ", " + std::string(name_of(to.engine)),
                "Compare two of PostgreSQL or two of SQLite.");
  const Renames possible = without_collisions(renames, from);
  apply(possible, from, to);
  return Differ(from, to).run(possible);
}

}  // namespace ddltrail
