#include "diff/past.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "diff/renaming.h"
#include "diff/trail_renames.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using PartName = std::pair<TableName, std::string>;

/// What the log has no definition of, but rows.
bool is_undefined(const Change& change) {
  static const std::set<std::string_view> kKinds = {"trigger",     "policy",    "statistics object",
                                                    "publication", "extension", "server",
                                                    "default acl"};
  return kKinds.contains(change.object_kind);
}

/// Operations on a table that show in none of its defined rows.
bool is_undefined(const Json& operation) {
  static const std::set<std::string_view> kOperations = {
      "add_rule",   "drop_rule",   "alter_rule",     "add_trigger",    "drop_trigger",
      "add_parent", "drop_parent", "alter_property", "security_label", "grant"};
  const std::string op = operation.at("op");
  if (operation.value("property", Json()) == "is_strict") return false;
  return kOperations.contains(op) || (op == "comment" && operation.contains("rule"));
}

/// Identities of the log have quotes where SQL needs them, rows have not.
std::string without_quotes(std::string identity) {
  std::erase(identity, '"');
  return identity;
}

template <class Struct>
std::string on_table(const Struct& row, const std::string& name) {
  return name + " on " + row.schema_name + "." + row.table_name;
}

std::string identity_of(const Trigger& row) { return on_table(row, row.trigger_name); }
std::string identity_of(const Policy& row) { return on_table(row, row.policy_name); }
std::string identity_of(const Rule& row) { return on_table(row, row.rule_name); }
std::string identity_of(const Parent& row) {
  return on_table(row, row.parent_schema + "." + row.parent_table);
}
std::string identity_of(const Statistics& row) {
  return row.schema_name + "." + row.statistics_name;
}
std::string identity_of(const Publication& row) { return row.publication_name; }
std::string identity_of(const Extension& row) { return row.extension_name; }
std::string identity_of(const ForeignServer& row) { return row.server_name; }

/// What the log tells of objects that it does not define, since then.
class Since {
 public:
  explicit Since(const std::vector<Change>& changes) {
    for (const Change& change : changes) is_undefined(change) ? object(change) : parts(change);
    for (const auto& [id, fate] : fates_) tell(fate);
  }

  /// By its identity now: it was not there.
  bool is_new(const char* kind, const std::string& identity) const {
    return new_.contains({kind, without_quotes(identity)});
  }
  std::vector<std::string> unknown() const { return {unknown_.begin(), unknown_.end()}; }

 private:
  struct Fate {
    const Change* last = nullptr;
    bool is_new = false;
  };

  void object(const Change& change) {
    Fate& fate = fates_[{change.object_kind, change.object_id}];
    fate.is_new |= !fate.last && is_create(change);
    fate.last = &change;
  }

  void tell(const Fate& fate) {
    const Change& last = *fate.last;
    if (fate.is_new)
      new_.insert({last.object_kind, without_quotes(last.object_identity)});
    else
      unknown_.insert(last.object_kind + " " + last.object_identity + ": " + sentence(last));
  }

  void parts(const Change& change) {
    if (is_create(change)) new_tables_.insert(change.object_id);
    if (!is_of_table(change) || is_create(change) || is_drop(change) ||
        change.action == "baseline" || new_tables_.contains(change.object_id))
      return;
    for (const Json& operation : change.details)
      if (is_undefined(operation)) part(change, operation);
  }

  void part(const Change& change, const Json& operation) {
    for (const char* kind : {"rule", "parent"})
      if (operation.at("op") == std::string("add_") + kind) {
        const std::string name = operation.at(kind);
        new_.insert({kind, without_quotes(name + " on " + change.object_identity)});
        return;
      }
    unknown_.insert(change.object_kind + " " + change.object_identity + ": " +
                    sentence(Json::array({operation})));
  }

  std::map<std::pair<std::string, std::int64_t>, Fate> fates_;
  std::set<std::int64_t> new_tables_;
  std::set<std::pair<std::string, std::string>> new_;
  std::set<std::string> unknown_;
};

/// Gives a schema of the log what it lacks.
class Completion {
 public:
  Completion(Schema logged, Schema now, const Since& since, const Renames& renames)
      : past_(std::move(logged)), now_(std::move(now)) {
    leave_out_new(since);
    apply(renames.turned(), now_, past_);
    know_names();
  }

  Schema run() {
    past_.extensions = now_.extensions;
    past_.foreign_servers = now_.foreign_servers;
    past_.publications = now_.publications;
    take(&Schema::parents, [&](const Parent& row) {
      return has_table(row) && tables_.contains({row.parent_schema, row.parent_table});
    });
    take(&Schema::table_properties, [&](const auto& row) { return has_table(row); });
    take(&Schema::triggers, [&](const auto& row) { return has_table(row); });
    take(&Schema::rules, [&](const auto& row) { return has_table(row); });
    take(&Schema::policies, [&](const auto& row) { return has_table(row); });
    take(&Schema::statistics, [&](const Statistics& row) {
      return tables_.contains({row.table_schema, row.table_name});
    });
    take(&Schema::column_properties, [&](const ColumnProperties& row) {
      return columns_.contains({{row.schema_name, row.table_name}, row.column_name});
    });
    take(&Schema::privileges, [&](const Privilege& row) { return has_object(row); });
    take(&Schema::default_privileges, [&](const DefaultPrivilege& row) {
      return !row.schema_name || schemas_.contains(*row.schema_name);
    });
    make_plain_what_is_gone();
    sort(past_);
    return std::move(past_);
  }

 private:
  void leave_out_new(const Since& since) {
    const auto leave_out = [&](const char* kind, auto& rows) {
      std::erase_if(rows, [&](const auto& row) { return since.is_new(kind, identity_of(row)); });
    };
    std::erase_if(now_.triggers,
                  [&](const Trigger& row) {  // the log of SQLite leaves the table out
                    return since.is_new("trigger", identity_of(row)) ||
                           since.is_new("trigger", row.schema_name + "." + row.trigger_name);
                  });
    leave_out("policy", now_.policies);
    leave_out("rule", now_.rules);
    leave_out("parent", now_.parents);
    leave_out("statistics object", now_.statistics);
    leave_out("publication", now_.publications);
    leave_out("extension", now_.extensions);
    leave_out("server", now_.foreign_servers);
  }

  void know_names() {
    for (const Namespace& row : past_.schemas) schemas_.insert(row.schema_name);
    for (const Table& row : past_.tables) tables_.insert({row.schema_name, row.table_name});
    for (const Column& row : past_.columns)
      columns_.insert({{row.schema_name, row.table_name}, row.column_name});
    for (const Sequence& row : past_.sequences)
      objects_.insert({"sequence", {row.schema_name, row.sequence_name}});
    for (const Routine& row : past_.routines)
      objects_.insert(
          {"routine", {row.schema_name, row.routine_name + "(" + row.identity_arguments + ")"}});
    const auto type = [&](const std::string& schema, const std::string& name) {
      objects_.insert({"type", {schema, name}});
    };
    for (const EnumType& row : past_.enums) type(row.schema_name, row.enum_name);
    for (const Domain& row : past_.domains) type(row.schema_name, row.domain_name);
    for (const CompositeType& row : past_.composite_types) type(row.schema_name, row.type_name);
    for (const RangeType& row : past_.range_types) type(row.schema_name, row.type_name);
  }

  template <class Struct>
  bool has_table(const Struct& row) const {
    return tables_.contains({row.schema_name, row.table_name});
  }

  bool has_object(const Privilege& row) const {
    if (row.object_kind == "schema") return schemas_.contains(row.object_name);
    if (!row.schema_name) return true;
    const TableName name = {*row.schema_name, row.object_name};
    if (row.column_name) return columns_.contains({name, *row.column_name});
    return objects_.contains({row.object_kind, name}) || tables_.contains(name);
  }

  template <class Struct, class IsThere>
  void take(std::vector<Struct> Schema::*relation, IsThere is_there) {
    for (Struct& row : now_.*relation)
      if (is_there(row)) (past_.*relation).push_back(std::move(row));
  }

  /// Nobody knows any more how a table was partitioned, or what module it had. What remains to be
  /// done to it is to drop it.
  void make_plain_what_is_gone() {
    std::set<TableName> known, parts;
    for (const TableProperties& row : past_.table_properties)
      known.insert({row.schema_name, row.table_name});
    for (const Parent& row : past_.parents) parts.insert({row.schema_name, row.table_name});
    for (Table& row : past_.tables) {
      const TableName name = {row.schema_name, row.table_name};
      if ((row.kind == "partitioned table" || row.kind == "virtual table") && !known.contains(name))
        row.kind = "table";
      if (!parts.contains(name)) {
        row.is_partition = false;
        row.parent_schema.reset();
        row.parent_table.reset();
      }
    }
  }

  Schema past_;
  Schema now_;
  std::set<std::string> schemas_;
  std::set<TableName> tables_;
  std::set<PartName> columns_;
  std::set<std::pair<std::string, TableName>> objects_;  ///< by the kind that privileges name
};

}  // namespace

Past past_of(Schema logged, const Schema& now, const std::vector<Change>& since) {
  const Since known(since);
  return {Completion(std::move(logged), now, known, renames_of(since)).run(), known.unknown()};
}

}  // namespace ddltrail
