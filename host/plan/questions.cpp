#include "plan/questions.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <tuple>

namespace ddltrail {
namespace {

using TableName = Renames::TableName;

std::string spelled(const TableName& name) { return name.first + "." + name.second; }

/// Two things of the same owner and the same shape differ only by name.
struct Thing {
  TableName owner;                       ///< of a column, value or constraint
  TableName name;                        ///< without a schema where it has an owner
  std::optional<std::string> arguments;  ///< of a routine
  std::string shape;
};
using Things = std::vector<Thing>;

bool is_view(const Table& row) { return row.kind == "view" || row.kind == "materialized view"; }

std::string shape_of(const Column& row) {
  return Json{row.data_type, row.generated.value_or(""), row.generation_expression.value_or("")}
      .dump();
}

/// Of a table: its kind, its columns by name, and its place below others.
Things tables_of(const Schema& schema) {
  std::map<TableName, Json> shapes;
  for (const Table& row : schema.tables)
    shapes[{row.schema_name, row.table_name}]["kind"] = row.kind;
  const auto add = [&](const TableName& name, const char* what, const std::string& key,
                       std::string value) {
    if (const auto table = shapes.find(name); table != shapes.end())
      table->second[what][key] = std::move(value);
  };
  for (const Column& row : schema.columns)
    add({row.schema_name, row.table_name}, "columns", row.column_name, shape_of(row));
  for (const Parent& row : schema.parents)
    add({row.schema_name, row.table_name}, "parents", row.parent_schema + "." + row.parent_table,
        row.partition_bound.value_or(""));
  for (const View& row : schema.views)
    add({row.schema_name, row.view_name}, "view", "definition", row.definition);
  Things tables;
  for (const auto& [name, shape] : shapes) tables.push_back({{}, name, {}, shape.dump()});
  return tables;
}

/// Partitions have those of their parent.
Things columns_of(const Schema& schema) {
  std::set<TableName> tables;
  for (const Table& row : schema.tables)
    if (!row.is_partition && !is_view(row)) tables.insert({row.schema_name, row.table_name});
  Things columns;
  for (const Column& row : schema.columns)
    if (const TableName table = {row.schema_name, row.table_name}; tables.contains(table))
      columns.push_back({table, {"", row.column_name}, {}, shape_of(row)});
  return columns;
}

void add_named(const TableName& owner, const Json& parts, Things& things) {
  for (Json part : parts) {
    const std::string name = part.at("name");
    part.erase("name");
    things.push_back({owner, {"", name}, {}, part.dump()});
  }
}

Things attributes_of(const Schema& schema) {
  Things attributes;
  for (const CompositeType& row : schema.composite_types)
    add_named({row.schema_name, row.type_name}, row.attributes, attributes);
  return attributes;
}

Things types_of(const Schema& schema) {
  Things types;
  const auto add = [&](const std::string& of, const std::string& name, const Json& shape) {
    types.push_back({{}, {of, name}, {}, shape.dump()});
  };
  for (const EnumType& row : schema.enums)
    add(row.schema_name, row.enum_name, {"enum", row.values});
  for (const Domain& row : schema.domains)
    add(row.schema_name, row.domain_name, {"domain", row.data_type, row.constraints});
  for (const CompositeType& row : schema.composite_types)
    add(row.schema_name, row.type_name, {"composite", row.attributes});
  for (const RangeType& row : schema.range_types)
    add(row.schema_name, row.type_name, {"range", row.subtype});
  return types;
}

/// By its place.
Things values_of(const Schema& schema) {
  Things values;
  for (const EnumType& row : schema.enums)
    for (std::size_t i = 0; i < row.values.size(); ++i)
      values.push_back(
          {{row.schema_name, row.enum_name}, {"", row.values[i]}, {}, fmt::format("{}", i)});
  return values;
}

Things constraints_of(const Schema& schema) {
  Things constraints;
  for (const Constraint& row : schema.constraints)
    if (row.constraint_name && row.definition)
      constraints.push_back(
          {{row.schema_name, row.table_name}, {"", *row.constraint_name}, {}, *row.definition});
  for (const Domain& row : schema.domains)
    add_named({row.schema_name, row.domain_name}, row.constraints, constraints);
  return constraints;
}

/// Those of constraints go by their names.
Things indexes_of(const Schema& schema) {
  Things indexes;
  for (const Index& row : schema.indexes)
    if (!row.is_constraint)
      indexes.push_back({{},
                         {row.schema_name, row.index_name},
                         {},
                         Json{row.table_name, row.method, row.keys, row.included, row.is_unique,
                              row.predicate.value_or(""), row.nulls_distinct}
                             .dump()});
  return indexes;
}

/// Those of columns go with them.
Things sequences_of(const Schema& schema) {
  Things sequences;
  for (const Sequence& row : schema.sequences)
    if (!row.table_name)
      sequences.push_back({{},
                           {row.schema_name, row.sequence_name},
                           {},
                           Json{row.data_type, row.start_value, row.min_value, row.max_value,
                                row.increment, row.is_cyclic}
                               .dump()});
  return sequences;
}

/// What stands behind the name.
Things routines_of(const Schema& schema) {
  Things routines;
  for (const Routine& row : schema.routines) {
    const std::string text = row.definition.value_or("");
    const std::size_t open = text.find('(');
    routines.push_back({{},
                        {row.schema_name, row.routine_name},
                        row.identity_arguments,
                        Json{row.kind, row.arguments, row.result.value_or(""), row.language,
                             open == text.npos ? text : text.substr(open), row.aggregate}
                            .dump()});
  }
  return routines;
}

/// By the names in it: an empty one is like no other.
Things schemas_of(const Schema& schema) {
  std::map<std::string, Json> names;
  for (const Table& row : schema.tables) names[row.schema_name].push_back(row.table_name);
  for (const auto& [of, name, arguments, shape] : types_of(schema))
    names[name.first].push_back(name.second);
  Things schemas;
  for (const auto& [name, inside] : names) schemas.push_back({{}, {"", name}, "", inside.dump()});
  return schemas;
}

struct Kind {
  const char* name;
  Things (*things)(const Schema&);
};

/// Schemas first: what is in them goes with them.
constexpr Kind kKinds[] = {{"schema", schemas_of},    {"table", tables_of},
                           {"type", types_of},        {"sequence", sequences_of},
                           {"index", indexes_of},     {"function", routines_of},
                           {"column", columns_of},    {"column", attributes_of},
                           {"enum_value", values_of}, {"constraint", constraints_of}};

class Comparison {
 public:
  Comparison(const Schema& from, const Schema& to, const Renames& former_names)
      : from_(from), to_(to), former_names_(former_names) {}

  std::vector<std::string> run(const std::set<std::string>& kinds) {
    for (const Kind& kind : kKinds)
      if (kinds.empty() || kinds.contains(kind.name)) compare(kind);
    return std::move(questions_);
  }

 private:
  using Identity = std::tuple<TableName, TableName, std::optional<std::string>>;

  static Identity identity(const Thing& thing) {
    return {thing.owner, thing.name, thing.arguments};
  }

  void compare(const Kind& kind) {
    const Things before = kind.things(from_), after = kind.things(to_);
    std::set<Identity> there, stay;
    for (const Thing& thing : before) there.insert(identity(thing));
    std::multimap<std::pair<TableName, std::string>, const Thing*> came;
    for (const Thing& thing : after) {
      stay.insert(identity(thing));
      if (!there.contains(identity(thing))) came.insert({{thing.owner, thing.shape}, &thing});
    }
    for (const Thing& thing : before) {
      if (stay.contains(identity(thing))) continue;
      auto [other, end] = came.equal_range({thing.owner, thing.shape});
      for (; other != end; ++other) ask(kind, thing, *other->second);
    }
  }

  void ask(const Kind& kind, const Thing& former, const Thing& later) {
    if (kind.name == std::string_view("schema"))
      schemas_.insert({former.name.second, later.name.second});
    else if (former.name.second == later.name.second &&
             schemas_.contains({former.name.first, later.name.first}))
      return;
    questions_.push_back(
        fmt::format("{}:{}={}", kind.name, name_before(former), name_after(former, later)));
  }

  std::string name_before(const Thing& thing) const {
    if (!thing.owner.second.empty())
      return spelled(former_names_.later(thing.owner)) + "." + thing.name.second;
    if (thing.name.first.empty()) return thing.name.second;
    if (thing.arguments) {
      const auto [name, arguments] = former_names_.later({thing.name, *thing.arguments});
      return fmt::format("{}({})", spelled(name), arguments);
    }
    return spelled({former_names_.later_schema(thing.name.first), thing.name.second});
  }

  /// With its schema only where that is another one.
  static std::string name_after(const Thing& former, const Thing& later) {
    return former.name.first == later.name.first ? later.name.second : spelled(later.name);
  }

  const Schema& from_;
  const Schema& to_;
  const Renames& former_names_;
  std::set<std::pair<std::string, std::string>> schemas_;  ///< that may be renamed
  std::vector<std::string> questions_;
};

}  // namespace

std::vector<std::string> possible_renames(const Schema& from, const Schema& to,
                                          const Renames& former_names,
                                          const std::set<std::string>& kinds) {
  return Comparison(from, to, former_names).run(kinds);
}

}  // namespace ddltrail
