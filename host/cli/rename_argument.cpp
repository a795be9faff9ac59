#include "cli/rename_argument.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/contains.h"
#include "base/error.h"
#include "diff/sql_tokens.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using RoutineName = Renames::RoutineName;
using PartName = std::pair<TableName, std::string>;  ///< what it is of, and its name

template <class Struct>
void add_names(const std::vector<Struct>& rows, std::string Struct::*name,
               std::vector<TableName>& names) {
  for (const Struct& row : rows) names.emplace_back(row.schema_name, row.*name);
}

std::vector<TableName> tables_of(const Schema& schema) {
  std::vector<TableName> names;
  add_names(schema.tables, &Table::table_name, names);
  return names;
}

std::vector<TableName> types_of(const Schema& schema) {
  std::vector<TableName> names;
  add_names(schema.enums, &EnumType::enum_name, names);
  add_names(schema.domains, &Domain::domain_name, names);
  add_names(schema.composite_types, &CompositeType::type_name, names);
  add_names(schema.range_types, &RangeType::type_name, names);
  return names;
}

std::vector<TableName> indexes_of(const Schema& schema) {
  std::vector<TableName> names;
  for (const Index& row : schema.indexes)
    if (!row.is_constraint) names.emplace_back(row.schema_name, row.index_name);
  return names;
}

std::vector<TableName> sequences_of(const Schema& schema) {
  std::vector<TableName> names;
  add_names(schema.sequences, &Sequence::sequence_name, names);
  return names;
}

void add_parts(const TableName& owner, const Json& parts, std::vector<PartName>& names) {
  for (const Json& part : parts) names.emplace_back(owner, part.at("name"));
}

/// Attributes of types too.
std::vector<PartName> columns_of(const Schema& schema) {
  std::vector<PartName> names;
  for (const Column& row : schema.columns)
    names.push_back({{row.schema_name, row.table_name}, row.column_name});
  for (const CompositeType& row : schema.composite_types)
    add_parts({row.schema_name, row.type_name}, row.attributes, names);
  return names;
}

std::vector<PartName> values_of(const Schema& schema) {
  std::vector<PartName> names;
  for (const EnumType& row : schema.enums)
    for (const std::string& value : row.values)
      names.push_back({{row.schema_name, row.enum_name}, value});
  return names;
}

std::vector<PartName> constraints_of(const Schema& schema) {
  std::vector<PartName> names;
  for (const Constraint& row : schema.constraints)
    if (row.constraint_name)
      names.push_back({{row.schema_name, row.table_name}, *row.constraint_name});
  for (const Domain& row : schema.domains)
    add_parts({row.schema_name, row.domain_name}, row.constraints, names);
  return names;
}

/// As it may be given: main.users, users.
std::vector<std::string> spellings(const TableName& name) {
  return {name.first + "." + name.second, name.second};
}
std::vector<std::string> spellings(const PartName& part) {
  return {part.first.first + "." + part.first.second + "." + part.second,
          part.first.second + "." + part.second};
}

/// f(a integer, b text) also without the names of the arguments: f(integer, text); or f alone.
bool is_called(const Routine& row, const std::string& text) {
  const std::size_t open = text.find('(');
  const auto names = spellings(TableName(row.schema_name, row.routine_name));
  if (!contains(names, text.substr(0, open))) return false;
  if (open == std::string::npos) return true;
  const auto given = sql_tokens(text.substr(open));
  const auto known = sql_tokens("(" + row.identity_arguments + ")");
  // What is left out is the first word of an argument.
  auto token = given.begin();
  bool is_first = false;
  for (const SqlToken& expected : known) {
    if (token != given.end() && *token == expected)
      ++token;
    else if (!is_first)
      return false;
    is_first = expected.text == "(" || expected.text == ",";
  }
  return token == given.end();
}

struct Argument {
  std::string text;  ///< all of it
  std::string former;
  std::string later;
};

class Reader {
 public:
  Reader(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  /// Kinds in an order in which the later name of what something belongs to is known before.
  Renames run(const std::vector<std::string>& texts) {
    const std::vector<std::pair<std::string, std::function<void(const Argument&)>>> kinds = {
        {"schema", [&](const auto& argument) { schema(argument); }},
        {"table", [&](const auto& argument) { object(argument, renames_.tables, tables_of); }},
        {"type", [&](const auto& argument) { object(argument, renames_.types, types_of); }},
        {"sequence",
         [&](const auto& argument) { object(argument, renames_.sequences, sequences_of); }},
        {"index", [&](const auto& argument) { index(argument); }},
        {"function", [&](const auto& argument) { routine(argument); }},
        {"column", [&](const auto& argument) { part(argument, renames_.columns, columns_of); }},
        {"enum_value",
         [&](const auto& argument) { part(argument, renames_.enum_values, values_of); }},
        {"constraint",
         [&](const auto& argument) { part(argument, renames_.constraints, constraints_of); }}};
    std::vector<std::vector<Argument>> by_kind(kinds.size());
    for (const std::string& text : texts) {
      const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& known) {
        return text.starts_with(known.first + ":");
      });
      if (kind == kinds.end()) throw refused("there is no such kind of rename", text);
      by_kind[kind - kinds.begin()].push_back(split(text, kind->first.size() + 1));
    }
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
      for (const Argument& argument : by_kind[kind]) kinds[kind].second(argument);
    pass_to_children(renames_.columns, columns_of);
    pass_to_children(renames_.constraints, constraints_of);
    return std::move(renames_);
  }

 private:
  static Argument split(const std::string& text, std::size_t begin) {
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals < begin)
      throw refused("a rename is KIND:OLD=NEW", text);
    return {text, text.substr(begin, equals - begin), text.substr(equals + 1)};
  }

  void schema(const Argument& argument) {
    const auto has = [](const Schema& schema, const std::string& name) {
      return std::any_of(schema.schemas.begin(), schema.schemas.end(),
                         [&](const Namespace& row) { return row.schema_name == name; });
    };
    if (!has(from_, argument.former)) throw unknown_former(argument);
    if (!has(to_, argument.later)) throw unknown_later(argument);
    add(argument, renames_.schemas, argument.former, argument.later);
  }

  void object(const Argument& argument, Renames::TableNames& renames,
              std::vector<TableName> (*names_of)(const Schema&)) {
    const TableName former = find(argument, names_of(from_));
    add(argument, renames, former, later(argument, former, names_of(to_)));
  }

  /// That of a constraint is called as the constraint.
  void index(const Argument& argument) {
    for (const Index& row : from_.indexes)
      if (const auto names = spellings(TableName(row.schema_name, row.index_name));
          row.is_constraint && contains(names, argument.former))
        return part({argument.text, row.table_name + "." + row.index_name, argument.later},
                    renames_.constraints, constraints_of);
    object(argument, renames_.indexes, indexes_of);
  }

  void routine(const Argument& argument) {
    std::vector<RoutineName> found;
    for (const Routine& row : from_.routines)
      if (is_called(row, argument.former))
        found.push_back({{row.schema_name, row.routine_name}, row.identity_arguments});
    if (found.empty()) throw unknown_former(argument);
    if (found.size() > 1) throw ambiguous(argument);
    const RoutineName& former = found.front();
    const auto arguments = sql_tokens(renames_.later(former).second);
    std::vector<TableName> names;
    for (const Routine& row : to_.routines)
      if (sql_tokens(row.identity_arguments) == arguments)
        names.emplace_back(row.schema_name, row.routine_name);
    add(argument, renames_.routines, former, later(argument, former.first, names));
  }

  void part(const Argument& argument, std::map<TableName, Renames::Names>& renames,
            std::vector<PartName> (*parts_of)(const Schema&)) {
    const PartName former = find(argument, parts_of(from_));
    const PartName later = {renames_.later(former.first), argument.later};
    if (!contains(parts_of(to_), later)) throw unknown_later(argument);
    add(argument, renames[former.first], former.second, argument.later);
  }

  /// What is of a parent is of its children and partitions, where these have it under that name.
  void pass_to_children(std::map<TableName, Renames::Names>& renames,
                        std::vector<PartName> (*parts_of)(const Schema&)) {
    if (renames.empty()) return;
    const auto before = parts_of(from_), after = parts_of(to_);
    const std::set<PartName> formers(before.begin(), before.end());
    const std::set<PartName> laters(after.begin(), after.end());
    for (std::size_t passed = 1; passed > 0;) {
      passed = 0;
      for (const Parent& row : from_.parents) {
        const auto names = renames.find({row.parent_schema, row.parent_table});
        if (names == renames.end()) continue;
        const TableName child = {row.schema_name, row.table_name};
        for (const auto& [former, later] : Renames::Names(names->second))
          if (formers.contains({child, former}) && laters.contains({renames_.later(child), later}))
            passed += renames[child].emplace(former, later).second;
      }
    }
  }

  template <class Name>
  static Name find(const Argument& argument, const std::vector<Name>& names) {
    std::vector<Name> found;
    for (const Name& name : names)
      if (contains(spellings(name), argument.former)) found.push_back(name);
    if (found.empty()) throw unknown_former(argument);
    if (found.size() > 1) throw ambiguous(argument);
    return found.front();
  }

  /// In the schema of the former name, unless another one is given.
  TableName later(const Argument& argument, const TableName& former,
                  const std::vector<TableName>& names) const {
    const std::string schema = later_schema(former);
    for (const TableName& name : names)
      if (name == TableName(schema, argument.later) ||
          name.first + "." + name.second == argument.later)
        return name;
    throw unknown_later(argument);
  }

  /// Indexes, and sequences of columns, are where their table is.
  std::string later_schema(const TableName& name) const {
    for (const Index& row : from_.indexes)
      if (name == TableName(row.schema_name, row.index_name))
        return renames_.later({row.schema_name, row.table_name}).first;
    for (const Sequence& row : from_.sequences)
      if (row.table_name && name == TableName(row.schema_name, row.sequence_name))
        return renames_.later({*row.table_schema, *row.table_name}).first;
    return renames_.later_schema(name.first);
  }

  template <class Name, class Later>
  static void add(const Argument& argument, std::map<Name, Later>& renames, const Name& former,
                  const Later& later) {
    for (const auto& [other, name] : renames)
      if (other == former || name == later)
        throw refused("another rename has the same old or new name", argument.text);
    renames.emplace(former, later);
  }

  static Error unknown_former(const Argument& argument) {
    return refused("what is renamed is not in the first schema", argument.text);
  }
  static Error unknown_later(const Argument& argument) {
    return refused("the new name is not in the second schema", argument.text);
  }
  static Error ambiguous(const Argument& argument) {
    return refused("several are called so in the first schema", argument.text);
  }
  static Error refused(const char* what, const std::string& argument) {
    return {what, argument,
            "Say table:users=people, column:users.fullname=full_name, type:mood=humour, "
            "enum_value:mood.happy=glad, constraint:users.users_pkey=people_pkey, index:a=b, "
            "sequence:a=b, function:f(integer)=g or schema:a=b; write the schema before the old "
            "name where it is not the only one."};
  }

  const Schema& from_;
  const Schema& to_;
  Renames renames_;
};

}  // namespace

Renames read_renames(const std::vector<std::string>& arguments, const Schema& from,
                     const Schema& to) {
  return Reader(from, to).run(arguments);
}

}  // namespace ddltrail
