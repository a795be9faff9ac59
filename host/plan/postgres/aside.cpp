#include "plan/postgres/aside.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "contract_mirrors.h"
#include "plan/postgres/composite_values.h"
#include "plan/postgres/mentions.h"
#include "plan/postgres/names.h"
#include "plan/postgres/rows.h"
#include "plan/postgres/texts.h"
#include "plan/postgres/type_forms.h"

namespace ddltrail::postgres_plan {
namespace {

using Name = std::pair<std::string, std::string>;

class Aside {
 public:
  Aside(Schema& from, const Schema& to, FreeNames& names, bool is_offline)
      : from_(from), to_(to), names_(names), is_offline_(is_offline) {}

  SetAside run() {
    while (types()) continue;
    sequences();
    indexes();
    tables();
    return {std::move(steps_), std::move(moved_)};
  }

 private:
  std::string free_name(const Name& name) { return names_.like(name, "_former").second; }

  /// One at a time: what is made of it may have to follow.
  bool types() {
    const auto type = type_to_replace(from_, to_);
    if (!type) return false;
    const std::string later = free_name(type->name);
    if (type->multirange) move_range(*type, later);
    append(steps_, align_attributes(from_, to_, type->name));
    add(fmt::format("ALTER {} {} RENAME TO {}", type->noun, qualified(type->name), quoted(later)));
    rename_type(type->name, later);
    return true;
  }

  /// The functions that make values of it keep their names, where the new type wants its own.
  void move_range(const ReplacedType& type, const std::string& later) {
    const Name multirange = *type.multirange;
    const std::string other = free_name(multirange);
    const std::string range = qualified(type.name);
    for (const std::string& arguments :
         {type.subtype + ", " + type.subtype, type.subtype + ", " + type.subtype + ", text"})
      add(fmt::format("ALTER FUNCTION {}({}) RENAME TO {}", range, arguments, quoted(later)));
    for (const std::string& arguments : {std::string(), range, "VARIADIC " + range + "[]"})
      add(fmt::format("ALTER FUNCTION {}({}) RENAME TO {}", qualified(multirange), arguments,
                      quoted(other)));
    add(fmt::format("ALTER TYPE {} RENAME TO {}", qualified(multirange), quoted(other)));
    rename_in_texts(from_, multirange, {multirange.first, other});
  }

  void rename_type(const Name& former, const std::string& later) {
    const auto rename = [&](auto& rows, auto member) {
      for (auto& row : rows)
        if (Name(row.schema_name, row.*member) == former) row.*member = later;
    };
    rename(from_.enums, &EnumType::enum_name);
    rename(from_.domains, &Domain::domain_name);
    rename(from_.composite_types, &CompositeType::type_name);
    rename(from_.range_types, &RangeType::type_name);
    for (Column& row : from_.columns)
      if (row.type_schema == former.first && row.type_name == former.second) row.type_name = later;
    for (Privilege& row : from_.privileges)
      if (row.object_kind == "type" && row.schema_name == former.first &&
          row.object_name == former.second)
        row.object_name = later;
    rename_in_texts(from_, former, {former.first, later});
  }

  /// Those behind serial and identity columns, whose place another one of that name takes.
  void sequences() {
    std::map<Name, const Sequence*> later;
    for (const Sequence& row : to_.sequences) later[{row.schema_name, row.sequence_name}] = &row;
    for (Sequence& row : from_.sequences) {
      const auto other = later.find({row.schema_name, row.sequence_name});
      if (other != later.end() && other->second->is_identity != row.is_identity) move(row);
    }
  }

  void move(Sequence& row) {
    const Name former = {row.schema_name, row.sequence_name};
    const std::string name = free_name(former);
    add(fmt::format("ALTER SEQUENCE {} RENAME TO {}", qualified(former), quoted(name)));
    row.sequence_name = name;
    for (Privilege& grant : from_.privileges)
      if (grant.object_kind == "sequence" && grant.schema_name == former.first &&
          grant.object_name == former.second)
        grant.object_name = name;
    rename_in_texts(from_, former, {former.first, name});
  }

  /// Those that are built meanwhile: the former one serves until then.
  void indexes() {
    if (is_offline_) return;
    std::map<Name, const Index*> later;
    for (const Index& row : to_.indexes) later[{row.schema_name, row.index_name}] = &row;
    auto keys = texts_of_keys(from_), later_keys = texts_of_keys(to_);
    for (Index& row : from_.indexes) {
      const Name name = {row.schema_name, row.index_name};
      const auto other = later.find(name);
      if (other == later.end() || row.is_constraint != other->second->is_constraint) continue;
      const bool is_other = row.is_constraint ? keys[name] != later_keys[name]
                                              : row.definition != other->second->definition;
      if (is_other && !is_replica_identity(row) && !is_referred_to(row) &&
          stays_as_it_is({row.schema_name, row.table_name}))
        move_index(row);
    }
  }

  /// What keys say, by the names of their indexes: it is more than their indexes do.
  static std::map<Name, std::string> texts_of_keys(const Schema& schema) {
    std::map<Name, std::string> texts;
    for (const Constraint& row : schema.constraints)
      if (row.kind == "primary key" || row.kind == "unique")
        texts[{row.schema_name, *row.constraint_name}] = row.definition.value_or("");
    return texts;
  }

  bool is_replica_identity(const Index& index) const {
    return std::any_of(from_.table_properties.begin(), from_.table_properties.end(),
                       [&](const TableProperties& row) {
                         return row.schema_name == index.schema_name &&
                                row.table_name == index.table_name &&
                                row.replica_index == index.index_name;
                       });
  }

  /// A foreign key holds on to it, or the server would choose it again.
  bool is_referred_to(const Index& index) const {
    const auto refers = [&](const ForeignKey& row) {
      return refers_to(row, {index.schema_name, index.table_name}, index.columns);
    };
    return index.is_unique &&
           (std::any_of(from_.foreign_keys.begin(), from_.foreign_keys.end(), refers) ||
            std::any_of(to_.foreign_keys.begin(), to_.foreign_keys.end(), refers));
  }

  /// The columns of a plain table, but for new ones.
  bool stays_as_it_is(const Name& table) const {
    std::map<std::string, const Column*> later;
    for (const Column& row : to_.columns)
      if (Name(row.schema_name, row.table_name) == table) later[row.column_name] = &row;
    const auto stays = [&](const Column& row) {
      const auto other = later.find(row.column_name);
      return other != later.end() && other->second->data_type == row.data_type &&
             other->second->collation == row.collation &&
             other->second->generation_expression == row.generation_expression;
    };
    return is_plain(from_, table) && is_plain(to_, table) &&
           std::all_of(from_.columns.begin(), from_.columns.end(), [&](const Column& row) {
             return Name(row.schema_name, row.table_name) != table || stays(row);
           });
  }

  static bool is_plain(const Schema& schema, const Name& name) {
    const auto is_child = [&](const Parent& row) {
      return is_partition(row) && child_of(row) == name;
    };
    return std::any_of(schema.tables.begin(), schema.tables.end(),
                       [&](const Table& row) {
                         return Name(row.schema_name, row.table_name) == name &&
                                row.kind == "table";
                       }) &&
           std::none_of(schema.parents.begin(), schema.parents.end(), is_child);
  }

  /// Plain tables that become partitioned or the other way, or partitioned by something else or
  /// values of another type: the rows must find their places anew, also where that is so of a
  /// partition of them.
  void tables() {
    std::map<Name, const Table*> later;
    for (const Table& row : to_.tables) later[{row.schema_name, row.table_name}] = &row;
    std::set<Name> roots;
    for (const Table& row : from_.tables) {
      const auto other = later.find({row.schema_name, row.table_name});
      if (other == later.end() || !is_partitioned_otherwise(row, *other->second)) continue;
      const Name root = root_of(from_, other->first);
      if (root == other->first || root == root_of(to_, other->first)) roots.insert(root);
    }
    for (const Name& root : roots) move_tree(root);
  }

  bool is_partitioned_otherwise(const Table& row, const Table& later) const {
    if (!is_of_rows(row) || !is_of_rows(later)) return false;
    const auto key = partition_key(from_, row);
    return row.kind != later.kind || key != partition_key(to_, later) ||
           (key && key_columns(from_, row, *key) != key_columns(to_, later, *key));
  }

  /// Their types and collations, by name.
  static std::map<std::string, std::string> key_columns(const Schema& schema, const Table& table,
                                                        const std::string& key) {
    const Mentions mentions = mentions_of(key);
    std::map<std::string, std::string> columns;
    for (const Column& row : schema.columns)
      if (row.schema_name == table.schema_name && row.table_name == table.table_name &&
          mentions.words.contains(row.column_name))
        columns[row.column_name] = row.data_type + " " + row.collation.value_or("");
    return columns;
  }

  static Name root_of(const Schema& schema, const Name& table) {
    for (const Parent& row : schema.parents)
      if (is_partition(row) && child_of(row) == table) return root_of(schema, parent_of(row));
    return table;
  }

  static std::optional<std::string> partition_key(const Schema& schema, const Table& table) {
    if (table.kind != "partitioned table") return std::nullopt;
    for (const TableProperties& row : schema.table_properties)
      if (row.schema_name == table.schema_name && row.table_name == table.table_name)
        return row.partition_key;
    return std::nullopt;
  }

  static bool is_of_rows(const Table& row) {
    return row.kind == "table" || row.kind == "partitioned table";
  }

  /// With the partitions that are there before and after: whether their rows belong there is not
  /// known.
  void move_tree(const Name& root) {
    std::vector<Name> partitions;
    add_partitions(root, partitions);
    moved_.push_back({move_table(root), root});
    for (const Name& partition : partitions) move_table(partition);
  }

  void add_partitions(const Name& of, std::vector<Name>& partitions) const {
    for (const Parent& row : from_.parents) {
      if (!is_partition(row) || parent_of(row) != of) continue;
      add_partitions(child_of(row), partitions);
      const auto is_same = [&](const Parent& later) {
        return is_partition(later) && child_of(later) == child_of(row) && parent_of(later) == of;
      };
      if (std::any_of(to_.parents.begin(), to_.parents.end(), is_same))
        partitions.push_back(child_of(row));
    }
  }

  static bool is_partition(const Parent& row) { return row.partition_bound.has_value(); }

  Name move_table(const Name& former) {
    const Name later = {former.first, free_name(former)};
    for (Index& row : from_.indexes)
      if (Name(row.schema_name, row.table_name) == former) move_index(row);
    for (Sequence& row : from_.sequences)
      if (is_identity_of(row, former) && has_sequence(to_, {row.schema_name, row.sequence_name}))
        move(row);
    add(fmt::format("ALTER TABLE {} RENAME TO {}", qualified(former), quoted(later.second)));
    for_each_relation(from_, [&](auto& rows) {
      for (auto& row : rows) rename_table(row, former, later.second);
    });
    rename_in_texts(from_, former, later);
    return later;
  }

  static bool is_identity_of(const Sequence& row, const Name& table) {
    return row.is_identity && Name(*row.table_schema, *row.table_name) == table;
  }

  static bool has_sequence(const Schema& schema, const Name& name) {
    return std::any_of(schema.sequences.begin(), schema.sequences.end(), [&](const Sequence& row) {
      return Name(row.schema_name, row.sequence_name) == name;
    });
  }

  /// The constraint that it is behind goes by the same name.
  void move_index(Index& row) {
    const Name former = {row.schema_name, row.index_name};
    const std::string later = free_name(former);
    add(fmt::format("ALTER INDEX {} RENAME TO {}", qualified(former), quoted(later)));
    for (Constraint& constraint : from_.constraints)
      if (row.is_constraint && constraint.schema_name == row.schema_name &&
          constraint.table_name == row.table_name && constraint.constraint_name == row.index_name)
        constraint.constraint_name = later;
    row.index_name = later;
  }

  template <class Row>
  static void rename_table(Row& row, const Name& former, const std::string& later) {
    const auto rename = [&](const auto& schema, auto& name) {
      if (schema == former.first && name == former.second) name = later;
    };
    if constexpr (requires {
                    row.table_name;
                    row.table_schema;
                  })
      rename(row.table_schema, row.table_name);
    else if constexpr (requires { row.table_name; })
      rename(row.schema_name, row.table_name);
    if constexpr (requires { row.referenced_table; })
      rename(row.referenced_schema, row.referenced_table);
    if constexpr (requires { row.partition_bound; }) rename(row.parent_schema, row.parent_table);
    if constexpr (requires {
                    row.grantee;
                    row.object_name;
                  })
      if (row.object_kind.ends_with("table")) rename(row.schema_name, row.object_name);
  }

  void add(std::string sql) { steps_.push_back({std::move(sql), {}}); }

  Schema& from_;
  const Schema& to_;
  FreeNames& names_;
  const bool is_offline_;
  Steps steps_;
  std::vector<Moved> moved_;
};

}  // namespace

SetAside set_aside(Schema& from, const Schema& to, FreeNames& names, bool is_offline) {
  return Aside(from, to, names, is_offline).run();
}

}  // namespace ddltrail::postgres_plan
