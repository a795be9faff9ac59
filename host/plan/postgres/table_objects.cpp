// Tables, partitioned tables and foreign tables.
#include "plan/postgres/table_objects.h"

#include <fmt/format.h>

#include <algorithm>

#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

using Options = std::map<std::string, std::string>;

Options by_name(const std::vector<std::string>& options) {
  Options result;
  for (const std::string& option : options) {
    const std::size_t equals = std::min(option.find('='), option.size());
    result[option.substr(0, equals)] = option.substr(std::min(equals + 1, option.size()));
  }
  return result;
}

std::string name_of(const std::string& option) { return option.substr(0, option.find('=')); }

/// Those of both stand in the same order, before what is new: as they do after ADD, SET and DROP.
bool is_appended(const std::vector<std::string>& former, const std::vector<std::string>& later) {
  const Options after = by_name(later);
  auto next = later.begin();
  for (const std::string& option : former)
    if (after.contains(name_of(option)) &&
        (next == later.end() || name_of(*next++) != name_of(option)))
      return false;
  return true;
}

}  // namespace

std::vector<std::string> option_changes(const std::vector<std::string>& former,
                                        const std::vector<std::string>& later) {
  const Options before = by_name(former);
  std::vector<std::string> set, reset, parts;
  for (const std::string& option : later) {
    const auto known = before.find(option.substr(0, option.find('=')));
    if (known == before.end() || known->first + "=" + known->second != option)
      set.push_back(option);
  }
  const Options after = by_name(later);
  for (const auto& [name, value] : before)
    if (!after.contains(name)) reset.push_back(name);
  if (!reset.empty()) parts.push_back("RESET (" + options_list(reset) + ")");
  if (!set.empty()) parts.push_back("SET (" + options_list(set) + ")");
  return parts;
}

std::string foreign_option_changes(const std::vector<std::string>& former,
                                   const std::vector<std::string>& later) {
  if (former == later) return "";
  const Options after = by_name(later);
  Options kept;
  if (is_appended(former, later)) kept = by_name(former);
  std::vector<std::string> parts;
  for (const auto& [name, value] : by_name(former))
    if (!kept.contains(name) || !after.contains(name)) parts.push_back("DROP " + quoted(name));
  for (const std::string& option : later) {
    const auto known = kept.find(name_of(option));
    if (known == kept.end())
      parts.push_back("ADD " + option_clause(option, " "));
    else if (known->second != after.at(known->first))
      parts.push_back("SET " + option_clause(option, " "));
  }
  return "OPTIONS (" + list_of(parts) + ")";
}

Traits relation_traits(const Table& row, const char* noun, const Catalog& catalog) {
  Traits traits{.noun = noun,
                .name = qualified(row.schema_name, row.table_name),
                .owner = row.owner,
                .grant_owner = row.owner.value_or(""),
                .comment = row.comment,
                .grant_noun = "TABLE",
                .acl_kind = "table"};
  catalog.rows().grant(traits, row.kind, row.schema_name, row.table_name);
  return traits;
}

TableObject::TableObject(const Table& row, Catalog& catalog)
    : row_(row),
      name_(row.schema_name, row.table_name),
      properties_(&catalog.rows().properties(name_)) {
  key = relation_key(name_);
  title = row.kind + " " + row.schema_name + "." + row.table_name;
  table = name_;
  traits = relation_traits(row, row.kind == "foreign table" ? "FOREIGN TABLE" : "TABLE", catalog);
  needs.insert(schema_key(row.schema_name));
  if (properties_->server_name) needs.insert({Kind::kServer, quoted(*properties_->server_name)});
  claims = {"relation " + traits.name, "type " + traits.name};
  definition =
      Json{row.kind, properties_->partition_key.value_or(""), properties_->server_name.value_or("")}
          .dump();
  if (properties_->of_type) texts.push_back(*properties_->of_type);
  catalog.add_name(name_, key);
}

/// Parents of which it is made a child by the statement that makes it.
std::string TableObject::inherits(const World& world) const {
  std::vector<std::string> parents;
  for (const Parent* row : world.to.rows().parents(name_))
    if (!row->partition_bound) parents.push_back(qualified(row->parent_schema, row->parent_table));
  return parents.empty() ? "" : " INHERITS (" + list_of(parents) + ")";
}

Steps TableObject::create(const World& world) const {
  std::vector<std::string> parts;
  for (const Object* part : world.to.parts(key))
    if (part->is_folded(world))
      if (const std::string clause = part->clause(world); !clause.empty()) parts.push_back(clause);
  const bool is_foreign = row_.kind == "foreign table";
  std::string sql = fmt::format("CREATE {}TABLE {} (", kind_words(), traits.name);
  for (std::size_t i = 0; i < parts.size(); ++i) sql += (i ? ",\n  " : "\n  ") + parts[i];
  sql += (parts.empty() ? ")" : "\n)") + inherits(world);
  if (properties_->partition_key) sql += " PARTITION BY " + *properties_->partition_key;
  if (is_foreign) sql += " SERVER " + quoted(*properties_->server_name);
  if (is_foreign && !properties_->foreign_options.empty())
    sql += " OPTIONS (" + options_list(properties_->foreign_options, " ") + ")";
  Steps steps = {step(sql + storage())};
  if (properties_->of_type) add(steps, "OF " + *properties_->of_type);
  if (properties_->has_row_security) add(steps, "ENABLE ROW LEVEL SECURITY");
  if (properties_->forces_row_security) add(steps, "FORCE ROW LEVEL SECURITY");
  return steps;
}

std::string TableObject::kind_words() const {
  if (row_.kind == "foreign table") return "FOREIGN ";
  return properties_->persistence == "unlogged" ? "UNLOGGED " : "";
}

std::string TableObject::storage() const {
  std::string sql;
  if (properties_->access_method) sql += " USING " + quoted(*properties_->access_method);
  if (!properties_->options.empty()) sql += " WITH (" + options_list(properties_->options) + ")";
  if (properties_->tablespace) sql += " TABLESPACE " + quoted(*properties_->tablespace);
  return sql;
}

void TableObject::add(Steps& steps, const std::string& what, std::vector<Risk> risks) const {
  steps.push_back(step("ALTER TABLE " + traits.name + " " + what, std::move(risks)));
}

Steps TableObject::drop(const World& world) const {
  std::vector<Risk> risks;
  if (row_.kind != "foreign table" && !world.moved.contains(key))
    risks.push_back(risk(Hazard::kDataLoss, "its rows are gone"));
  return {step("DROP " + traits.noun + " " + traits.name, std::move(risks))};
}

Change TableObject::change(const Object& former, const World&) const {
  if (former.definition != definition) return {.how = Change::How::kReplace};
  const TableProperties& before = *static_cast<const TableObject&>(former).properties_;
  Change change;
  storage_changes(before, change.steps);
  // Between tables that are logged and tables that are not there are no foreign keys.
  change.is_disturbing = before.persistence != properties_->persistence;
  security_changes(before, change.steps);
  if (before.of_type != properties_->of_type)
    add(change.steps, properties_->of_type ? "OF " + *properties_->of_type : "NOT OF");
  if (!change.steps.empty()) change.how = Change::How::kAlter;
  return change;
}

void TableObject::storage_changes(const TableProperties& before, Steps& steps) const {
  const std::vector<Risk> rewrite = {
      risk(Hazard::kTableRewrite, "all of its rows are written anew"),
      risk(Hazard::kLongLock, "nobody reads it meanwhile")};
  if (before.persistence != properties_->persistence) {
    std::vector<Risk> risks = rewrite;
    const bool is_unlogged = properties_->persistence == "unlogged";
    if (is_unlogged)
      risks.push_back(risk(Hazard::kDataLoss, "a crash empties it, and standbys have it empty"));
    add(steps, is_unlogged ? "SET UNLOGGED" : "SET LOGGED", std::move(risks));
  }
  if (before.access_method != properties_->access_method)
    add(steps, "SET ACCESS METHOD " + quoted(properties_->access_method.value_or("heap")), rewrite);
  if (before.tablespace != properties_->tablespace)
    add(steps, "SET TABLESPACE " + quoted(properties_->tablespace.value_or("pg_default")), rewrite);
  for (const std::string& part : option_changes(before.options, properties_->options))
    add(steps, part);
  const std::string foreign =
      foreign_option_changes(before.foreign_options, properties_->foreign_options);
  if (!foreign.empty()) steps.push_back(step("ALTER FOREIGN TABLE " + traits.name + " " + foreign));
}

void TableObject::security_changes(const TableProperties& before, Steps& steps) const {
  const std::vector<Risk> risks = {
      risk(Hazard::kPermissionChange, "other rows of it may be seen and changed")};
  if (before.has_row_security != properties_->has_row_security)
    add(steps,
        properties_->has_row_security ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY",
        risks);
  if (before.forces_row_security != properties_->forces_row_security)
    add(steps,
        properties_->forces_row_security ? "FORCE ROW LEVEL SECURITY"
                                         : "NO FORCE ROW LEVEL SECURITY",
        risks);
}

namespace {

/// A table inherits from another one, or is a partition of it.
class ParentObject : public Object {
 public:
  explicit ParentObject(const Parent& row) : row_(row) {
    const TableName child = child_of(row), parent = parent_of(row);
    child_ = qualified(child);
    parent_ = qualified(parent);
    key = link_key(child, parent);
    title = "table " + row.schema_name + "." + row.table_name;
    table = child;
    owners = {relation_key(child)};
    needs = {relation_key(parent)};
    definition = row.partition_bound.value_or("");
    texts = {definition};
  }

  Steps create(const World& world) const override {
    if (!row_.partition_bound)
      return {step(fmt::format("ALTER TABLE {} INHERIT {}", child_, parent_))};
    std::vector<Risk> risks;
    if (!world.is_new(relation_key({row_.schema_name, row_.table_name})))
      risks = {risk(Hazard::kMayFail, "its rows may not fit the partition"),
               risk(Hazard::kLongLock, "all of its rows are read")};
    return {step(fmt::format("ALTER TABLE ONLY {} ATTACH PARTITION {} {}", parent_, child_,
                             *row_.partition_bound),
                 std::move(risks))};
  }

  Steps drop(const World&) const override {
    if (!row_.partition_bound)
      return {step(fmt::format("ALTER TABLE {} NO INHERIT {}", child_, parent_))};
    return {step(fmt::format("ALTER TABLE ONLY {} DETACH PARTITION {}", parent_, child_))};
  }

  /// Where only the bound differs the table stays: what it takes is done to all partitions at once.
  Change change(const Object& former, const World&) const override {
    if (former.definition == definition) return {};
    return {.how = Change::How::kAlter, .is_disturbing = true};
  }

  bool is_folded(const World&) const override { return !row_.partition_bound; }
  bool is_disturbed(Kind) const override { return false; }

 private:
  const Parent& row_;
  std::string child_;
  std::string parent_;
};

class ReplicaIdentityObject : public Object {
 public:
  explicit ReplicaIdentityObject(const TableProperties& row) {
    table = {row.schema_name, row.table_name};
    key = {Kind::kReplicaIdentity, qualified(*table)};
    title = "table " + row.schema_name + "." + row.table_name;
    owners = {relation_key(*table)};
    definition = upper(row.replica_identity);
    if (!row.replica_index) return;
    definition = "USING INDEX " + quoted(*row.replica_index);
    needs = {{Kind::kIndex, qualified(row.schema_name, *row.replica_index)},
             part_key(Kind::kConstraint, *table, *row.replica_index)};
  }
  Steps create(const World&) const override { return {step(alter() + definition)}; }
  Steps drop(const World&) const override { return {step(alter() + "DEFAULT")}; }
  Change change(const Object& former, const World& world) const override {
    if (former.definition == definition) return {};
    return {.how = Change::How::kAlter, .steps = create(world)};
  }

 private:
  static std::string upper(const std::string& word) { return word == "full" ? "FULL" : "NOTHING"; }
  std::string alter() const { return "ALTER TABLE " + key.name + " REPLICA IDENTITY "; }
};

/// Views and foreign tables have none.
bool has_replica_identity(const TableProperties& row, const Rows& rows) {
  const Table* table = rows.table({row.schema_name, row.table_name});
  return row.replica_identity != "default" && table && table->kind != "view" &&
         table->kind != "foreign table";
}

}  // namespace

void add_tables(Catalog& catalog) {
  const Schema& schema = catalog.rows().schema();
  for (const Table& row : schema.tables)
    if (row.kind != "view" && row.kind != "materialized view") {
      catalog.make<TableObject>(row, catalog);
      add_columns(catalog, row);
    }
  for (const Parent& row : schema.parents) catalog.make<ParentObject>(row);
  for (const TableProperties& row : schema.table_properties)
    if (has_replica_identity(row, catalog.rows())) catalog.make<ReplicaIdentityObject>(row);
}

}  // namespace ddltrail::postgres_plan
