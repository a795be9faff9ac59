// Constraints of tables, and indexes.
#include <fmt/format.h>

#include <algorithm>

#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

constexpr std::string_view kNotValid = " NOT VALID";
constexpr std::string_view kNotEnforced = " NOT ENFORCED";  // since PostgreSQL 18
constexpr std::string_view kWithoutOverlaps = " WITHOUT OVERLAPS)";

std::string without(std::string text, std::string_view end) {
  if (text.ends_with(end)) text.resize(text.size() - end.size());
  return text;
}

/// CREATE UNIQUE INDEX i ON t ... -> CREATE UNIQUE INDEX CONCURRENTLY i ON t ...
std::string concurrently(std::string definition) {
  constexpr std::string_view kIndex = " INDEX ";
  return definition.insert(definition.find(kIndex) + kIndex.size(), "CONCURRENTLY ");
}

bool is_partitioned(const TableName& table, const Rows& rows) {
  const Table* row = rows.table(table);
  return row && row->kind == "partitioned table";
}

/// What the server calls an index where nobody gives it a name.
std::string usual_name(const TableName& table, const std::vector<std::string>& columns,
                       const std::string& end) {
  std::string name = table.second;
  std::set<std::string> taken;
  for (const std::string& column : columns) {
    std::string word = column;
    for (int i = 1; !taken.insert(word).second; ++i) word = column + std::to_string(i);
    name += "_" + word;
  }
  return name + end;
}

Step alone(std::string sql, std::vector<Risk> risks = {}) {
  Step result = step(std::move(sql), std::move(risks));
  result.is_transactional = false;
  result.waits_long = true;
  return result;
}

/// Something that it needs goes, other than NOT NULL, or is a column that is altered.
bool is_in_the_way(const Object& former, const World& world) {
  return std::any_of(former.needs.begin(), former.needs.end(), [&](const Key& need) {
    return (need.kind != Kind::kNotNull && world.dropped.contains(need)) ||
           (need.kind == Kind::kColumn && world.altered.contains(need));
  });
}

class ConstraintObject : public Object {
 public:
  ConstraintObject(const Constraint& row, const Rows& rows)
      : row_(row), name_(*row.constraint_name) {
    table = {row.schema_name, row.table_name};
    key = part_key(Kind::kConstraint, *table, name_);
    title = row.kind + " " + name_ + " of " + row.schema_name + "." + row.table_name;
    traits = {.noun = "CONSTRAINT",
              .name = quoted(name_) + " ON " + qualified(*table),
              .comment = row.comment};
    definition = row.definition.value_or("");
    owners = {relation_key(*table)};
    if (row.kind != "foreign key") {
      texts = {definition};
      scope = relation_key(*table);
    }
    if (is_with_index()) claims = {"relation " + qualified(row.schema_name, name_)};
    inheritance = row.kind + definition;
    if (row.kind == "check")
      inheritance = definition.find(" NO INHERIT") == std::string::npos ? name_ + definition : "";
    is_double_ = is_with_index() && is_like_another(rows);
    if (is_primary_key()) add_columns_needed();
    if (row.kind == "foreign key") add_key_needed(rows);
    const Index* index = rows.index({row.schema_name, name_});
    has_own_words_ = row.comment || name_ != usual_name_of_key() || (index && index->comment);
  }

  std::string clause(const World& world) const override {
    return is_of_parent(world) ? "" : "CONSTRAINT " + quoted(name_) + " " + definition;
  }

  Steps create(const World& world) const override {
    if (world.is_new(owners.front()))
      return is_of_parent(world) ? Steps{} : Steps{step(add(definition))};
    if (is_with_index()) return is_built_meanwhile(world) ? with_index(world) : at_once();
    if (is_checked_later(world)) return {step(add(definition + std::string(kNotValid)))};
    return unchecked();
  }
  Steps settle(const World& world) const override {
    return is_checked_later(world) ? Steps{validation(false)} : Steps{};
  }
  Phase phase_of_create(const World& world) const override {
    return is_built_meanwhile(world) ? Phase::kLast : Phase::kMain;
  }

  Steps drop(const World& world) const override {
    if (is_primary_key() && is_dropped_late(world) && has_successor("primary key", world))
      return {};
    return {step(alter() + dropping())};
  }
  Phase phase_of_drop(const World& world) const override {
    return is_dropped_late(world) ? Phase::kLast : Phase::kMain;
  }
  Keys outlived(const World& world) const override {
    Keys formers;
    if (is_built_meanwhile(world))
      for (const ConstraintObject* former : keys_dropped_late(world)) formers.insert(former->key);
    return formers;
  }

  Change change(const Object& former, const World& world) const override {
    if (former.definition == definition) return {};
    if (former.definition == definition + std::string(kNotValid))
      return {.how = Change::How::kAlter,
              .steps = {validation(world.is_offline)},
              .phase = Phase::kLast};
    if (row_.kind == "foreign key" && undeferred(former.definition) == undeferred(definition))
      return {.how = Change::How::kAlter, .steps = {deferral()}};
    return {.how = Change::How::kReplace};
  }

  bool is_folded(const World& world) const override {
    if (row_.kind == "foreign key" || is_double_ || definition.ends_with(kNotValid)) return false;
    return std::none_of(needs.begin(), needs.end(), [&](const Key& need) {
      if (need.kind != Kind::kColumn) return need.kind == Kind::kRoutine;
      const Object* column = world.to.find(need);
      return column && !column->is_folded(world);
    });
  }
  /// The server makes the index of a partition anew with that of the whole, under its own name and
  /// without comments.
  bool is_disturbed(Kind by) const override {
    if (!is_with_index()) return row_.kind == "foreign key";
    return is_of_whole && by == Kind::kColumn && has_own_words_;
  }
  bool goes_with_owner(const World& world) const override {
    return row_.kind != "foreign key" || !world.dropped.contains(referenced_) ||
           referenced_ == owners.front();
  }

 private:
  bool is_with_index() const { return row_.kind != "foreign key" && row_.kind != "check"; }
  bool is_primary_key() const { return row_.kind == "primary key"; }
  /// A key of ranges that must not overlap is none.
  bool can_use_index() const {
    return (is_primary_key() || row_.kind == "unique") &&
           definition.find(kWithoutOverlaps) == std::string::npos;
  }
  /// Rows may break it.
  bool is_unchecked() const {
    return definition.ends_with(kNotValid) || definition.ends_with(kNotEnforced);
  }

  bool is_online(const World& world) const {
    const bool must_be_at_once = row_.kind != "check" && is_partitioned(*table, world.to.rows());
    return !world.is_offline && !world.is_new(owners.front()) && !must_be_at_once;
  }
  /// What held before must hold all the time.
  bool is_built_meanwhile(const World& world) const {
    return can_use_index() && is_online(world) && !is_restored(world);
  }
  /// Rows stay unique until its successor is built.
  bool is_dropped_late(const World& world) const {
    return can_use_index() && !is_of_whole && is_online(world) && !world.to.find(key) &&
           (has_successor("primary key", world) || has_successor("unique", world)) &&
           !is_in_the_way(*this, world) && !is_needed(world) && !is_name_taken(world);
  }
  bool has_successor(const std::string& kind, const World& world) const {
    const auto& rows = world.to.rows().constraints(*table);
    return std::any_of(rows.begin(), rows.end(), [&](const Constraint* row) {
      const ConstraintObject* other = row->kind == kind ? in(world.to, *row) : nullptr;
      return other && world.created.contains(other->key) && other->is_built_meanwhile(world);
    });
  }
  /// By others, or by a foreign key that would choose it.
  bool is_needed(const World& world) const {
    const auto uses = [&](const auto& entry) {
      return entry.second->needs.contains(key) && !entry.second->is_owned_by(key);
    };
    const auto refers = [&](const ForeignKey& other) {
      return refers_to(other, *table, row_.columns);
    };
    const auto& objects = world.from.objects();
    const auto& foreign_keys = world.to.rows().schema().foreign_keys;
    return std::any_of(objects.begin(), objects.end(), uses) ||
           std::any_of(foreign_keys.begin(), foreign_keys.end(), refers);
  }
  bool is_name_taken(const World& world) const {
    const auto& objects = world.to.objects();
    return std::any_of(objects.begin(), objects.end(),
                       [&](const auto& entry) { return entry.second->claims == claims; });
  }
  std::vector<const ConstraintObject*> keys_dropped_late(const World& world) const {
    std::vector<const ConstraintObject*> keys;
    for (const Constraint* row : world.from.rows().constraints(*table)) {
      const ConstraintObject* former = in(world.from, *row);
      if (former && world.dropped.contains(former->key) && former->is_dropped_late(world))
        keys.push_back(former);
    }
    return keys;
  }
  static const ConstraintObject* in(const Catalog& catalog, const Constraint& row) {
    if (!row.constraint_name) return nullptr;
    const Key key =
        part_key(Kind::kConstraint, {row.schema_name, row.table_name}, *row.constraint_name);
    return static_cast<const ConstraintObject*>(catalog.find(key));
  }
  bool is_checked_later(const World& world) const {
    return !is_with_index() && is_online(world) && !is_unchecked();
  }
  std::string alter() const { return "ALTER TABLE " + qualified(*table) + " "; }
  std::string add(const std::string& what) const { return alter() + adding(what); }
  std::string adding(const std::string& what) const {
    return "ADD CONSTRAINT " + quoted(name_) + " " + what;
  }
  std::string dropping() const { return "DROP CONSTRAINT " + quoted(name_); }

  std::string usual_name_of_key() const {
    if (is_primary_key()) return usual_name(*table, {}, "_pkey");
    std::vector<std::string> columns;
    for (const Json& column : row_.columns)
      columns.push_back(column.is_string() ? column.get<std::string>() : "expr");
    return usual_name(*table, columns, "_key");
  }

  /// The table is made as a child of one that has the very same check.
  bool is_of_parent(const World& world) const {
    const auto& parents = world.to.rows().parents(*table);
    return row_.kind == "check" &&
           std::any_of(parents.begin(), parents.end(), [&](const Parent* parent) {
             const Object* other =
                 world.to.find(part_key(Kind::kConstraint, parent_of(*parent), name_));
             return !parent->partition_bound && other && !inheritance.empty() &&
                    other->inheritance == inheritance;
           });
  }

  /// Of two keys of the same columns CREATE TABLE makes but one.
  bool is_like_another(const Rows& rows) const {
    const auto& others = rows.constraints(*table);
    return std::any_of(others.begin(), others.end(), [&](const Constraint* other) {
      return other->constraint_name && *other->constraint_name < name_ &&
             other->kind != "foreign key" && other->kind != "check" &&
             other->columns == row_.columns;
    });
  }

  void add_columns_needed() {
    for (const Json& column : row_.columns)
      if (column.is_string())
        needs.insert(part_key(Kind::kNotNull, *table, column.get<std::string>()));
  }

  /// What makes the columns that it refers to unique.
  void add_key_needed(const Rows& rows) {
    const ForeignKey* row = rows.foreign_key(*table, name_);
    if (!row) return;
    const TableName other = {row->referenced_schema, row->referenced_table};
    referenced_ = relation_key(other);
    needs.insert(referenced_);
    for (const std::string& column : row->columns) needs.insert(column_key(*table, column));
    for (const std::string& column : row->referenced_columns)
      needs.insert(column_key(other, column));
    add_partitions_needed(other, rows);
    for (const Constraint* candidate : rows.constraints(other))
      if (candidate->constraint_name &&
          (candidate->kind == "primary key" || candidate->kind == "unique") &&
          refers_to(*row, other, candidate->columns))
        needs.insert(part_key(Kind::kConstraint, other, *candidate->constraint_name));
    for (const Index* candidate : rows.indexes(other))
      if (candidate->is_unique && !candidate->is_constraint &&
          refers_to(*row, other, candidate->columns))
        needs.insert({Kind::kIndex, qualified(candidate->schema_name, candidate->index_name)});
  }

  /// Those whose rows it refers to: the server lets none of them go.
  void add_partitions_needed(const TableName& of, const Rows& rows) {
    for (const Parent& row : rows.schema().parents) {
      if (!row.partition_bound || parent_of(row) != of) continue;
      needs.insert(link_key(child_of(row), of));
      add_partitions_needed(child_of(row), rows);
    }
  }

  Steps at_once() const {
    return {
        step(add(definition), {risk(Hazard::kMayFail, "rows may break it"),
                               risk(Hazard::kIndexBuild, "an index is built of all rows"),
                               risk(Hazard::kLongLock, "nobody writes to the table meanwhile")})};
  }

  Steps with_index(const World& world) const {
    const Index* index = world.to.rows().index({row_.schema_name, name_});
    if (!index || !index->definition) return at_once();
    const std::string kind = is_primary_key() ? "PRIMARY KEY" : "UNIQUE";
    return {alone(concurrently(*index->definition),
                  {risk(Hazard::kMayFail, "rows may hold the same values"),
                   risk(Hazard::kIndexBuild, "an index is built of all rows"),
                   risk(Hazard::kNotTransactional, "what fails after it leaves the index")}),
            step(alter() + instead_of_former(world) +
                 adding(kind + " USING INDEX " + quoted(name_) + deferral_of(definition)))};
  }

  /// A table has but one primary key at a time.
  std::string instead_of_former(const World& world) const {
    if (is_primary_key())
      for (const ConstraintObject* former : keys_dropped_late(world))
        if (former->is_primary_key()) return former->dropping() + ", ";
    return "";
  }

  Steps unchecked() const {
    if (is_unchecked()) return {step(add(definition))};
    return {step(add(definition), {risk(Hazard::kMayFail, "rows may break it"),
                                   risk(Hazard::kLongLock, "all rows are read under a lock")})};
  }

  Step validation(bool is_transactional) const {
    Step result = step(alter() + "VALIDATE CONSTRAINT " + quoted(name_),
                       {risk(Hazard::kMayFail, "rows may break it")});
    result.is_transactional = is_transactional;
    if (!is_transactional)
      result.risks.push_back(
          risk(Hazard::kNotTransactional, "what stands before it is committed then"));
    return result;
  }

  static std::string deferral_of(const std::string& text) {
    const std::size_t at = text.find(" DEFERRABLE");
    return at == std::string::npos ? "" : without(text.substr(at), kNotValid);
  }
  static std::string undeferred(std::string text) {
    const std::string deferral = deferral_of(text);
    const std::size_t at = text.find(" DEFERRABLE");
    return at == std::string::npos ? text : text.erase(at, deferral.size());
  }
  Step deferral() const {
    const std::string clause = deferral_of(definition);
    return step(alter() + "ALTER CONSTRAINT " + quoted(name_) +
                (clause.empty() ? " NOT DEFERRABLE" : clause));
  }

  const Constraint& row_;
  const std::string name_;
  bool is_double_ = false;
  bool has_own_words_ = false;
  Key referenced_{Kind::kRelation, ""};
};

class IndexObject : public Object {
 public:
  explicit IndexObject(const Index& row) : row_(row) {
    table = {row.schema_name, row.table_name};
    key = {Kind::kIndex, qualified(row.schema_name, row.index_name)};
    title = "index " + row.schema_name + "." + row.index_name;
    traits = {.noun = "INDEX", .name = key.name, .comment = row.comment};
    definition = text();
    owners = {relation_key(*table)};
    texts = {row.definition.value_or("")};
    scope = relation_key(*table);
    claims = {"relation " + key.name};
    inheritance =
        Json{row.method,        row.is_unique, row.keys, row.included, row.predicate.value_or(""),
             row.nulls_distinct}
            .dump();
  }

  Steps create(const World& world) const override {
    const std::string sql = text();
    const bool takes_those_of_partitions = !heirs.empty();
    if (world.is_new(owners.front()) || takes_those_of_partitions) return {step(sql)};
    std::vector<Risk> risks = {risk(Hazard::kIndexBuild, "it is built of all rows")};
    if (row_.is_unique) risks.push_back(risk(Hazard::kMayFail, "rows may hold the same values"));
    if (is_built_meanwhile(world)) {
      risks.push_back(
          risk(Hazard::kNotTransactional, "an index that fails stays, and is not valid"));
      return {alone(concurrently(sql), std::move(risks))};
    }
    risks.push_back(risk(Hazard::kLongLock, "nobody writes to the table meanwhile"));
    return {step(sql, std::move(risks))};
  }

  Steps drop(const World& world) const override {
    if (!is_dropped_meanwhile(world)) return {step("DROP INDEX " + key.name)};
    return {alone("DROP INDEX CONCURRENTLY " + key.name)};
  }

  /// What a build that failed has left.
  Change change(const Object& former, const World& world) const override {
    const bool was_valid = world.from.rows().index({row_.schema_name, row_.index_name})->is_valid;
    if (former.definition != definition || was_valid || !row_.is_valid || !heirs.empty())
      return Object::change(former, world);
    const Risk build = risk(Hazard::kIndexBuild, "it is built of all rows");
    if (!is_online(world))
      return {.how = Change::How::kAlter, .steps = {step("REINDEX INDEX " + key.name, {build})}};
    return {.how = Change::How::kAlter,
            .steps = {alone("REINDEX INDEX CONCURRENTLY " + key.name, {build})},
            .phase = Phase::kLast};
  }

  Phase phase_of_create(const World& world) const override {
    return is_built_meanwhile(world) ? Phase::kLast : Phase::kMain;
  }
  Phase phase_of_drop(const World& world) const override {
    return is_dropped_meanwhile(world) ? Phase::kLast : Phase::kMain;
  }
  /// As keys of partitions are.
  bool is_disturbed(Kind by) const override {
    return is_of_whole && by == Kind::kColumn &&
           (row_.comment || row_.index_name != usual_name_of_index());
  }

 private:
  std::string usual_name_of_index() const {
    std::vector<std::string> columns;
    for (const Json& key : row_.keys) {
      const Json& column = key.at("column");
      columns.push_back(column.is_string() ? column.get<std::string>() : "expr");
    }
    columns.insert(columns.end(), row_.included.begin(), row_.included.end());
    return usual_name(*table, columns, "_idx");
  }

  /// Of a partitioned table the server prints ONLY, whether or not the partitions have it too.
  std::string text() const {
    std::string definition = row_.definition.value_or("");
    if (!row_.is_valid) return definition;
    constexpr std::string_view kOnly = " ON ONLY ";
    const std::size_t at = definition.find(kOnly);
    return at == std::string::npos ? definition : definition.replace(at, kOnly.size(), " ON ");
  }

  bool is_online(const World& world) const {
    return !world.is_offline && !world.is_new(owners.front()) &&
           !is_partitioned(*table, world.to.rows()) && !is_partitioned(*table, world.from.rows());
  }

  /// What held before must hold all the time.
  bool is_built_meanwhile(const World& world) const {
    return is_online(world) && !(row_.is_unique && is_like_former(world));
  }
  /// Types in it may be others.
  bool is_like_former(const World& world) const {
    const Index* former = world.from.rows().index({row_.schema_name, row_.index_name});
    return former && world.dropped.contains(key) && former->columns == row_.columns;
  }

  /// What is made again is not left out for long.
  bool is_dropped_meanwhile(const World& world) const {
    return is_online(world) && !world.to.find(key) && !is_in_the_way(*this, world);
  }

  const Index& row_;
};

/// The index behind a constraint: it may have a comment of its own.
class ConstraintIndexObject : public Object {
 public:
  explicit ConstraintIndexObject(const Index& row) {
    table = {row.schema_name, row.table_name};
    key = {Kind::kIndex, qualified(row.schema_name, row.index_name)};
    title = "index " + row.schema_name + "." + row.index_name;
    traits = {.noun = "INDEX", .name = key.name, .comment = row.comment};
    owners = {part_key(Kind::kConstraint, *table, row.index_name)};
    definition = "of a constraint";
  }
  Steps create(const World&) const override { return {}; }
  Steps drop(const World&) const override {
    return {step("COMMENT ON INDEX " + key.name + " IS NULL")};
  }
  bool is_folded(const World&) const override { return true; }
};

}  // namespace

void add_constraints(Catalog& catalog) {
  const Schema& schema = catalog.rows().schema();
  for (const Constraint& row : schema.constraints)
    if (row.constraint_name) catalog.make<ConstraintObject>(row, catalog.rows());
  for (const Index& row : schema.indexes)
    if (!row.is_constraint)
      catalog.make<IndexObject>(row);
    else if (row.comment)
      catalog.make<ConstraintIndexObject>(row);
}

}  // namespace ddltrail::postgres_plan
