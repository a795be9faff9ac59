#include "diff/trail_renames.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using Names = Renames::Names;

enum class Family { kSchema, kTable, kType, kIndex, kSequence, kRoutine };

std::optional<Family> family_of(const Change& change) {
  static const std::map<std::string_view, Family> kFamilies = {
      {"schema", Family::kSchema},     {"index", Family::kIndex},
      {"sequence", Family::kSequence}, {"enum", Family::kType},
      {"domain", Family::kType},       {"composite type", Family::kType},
      {"range type", Family::kType},   {"function", Family::kRoutine},
      {"procedure", Family::kRoutine}, {"aggregate", Family::kRoutine}};
  if (is_of_table(change)) return Family::kTable;
  const auto found = kFamilies.find(change.object_kind);
  if (found == kFamilies.end()) return std::nullopt;
  return found->second;
}

/// Columns, values of an enum or constraints.
class PartNames {
 public:
  void add(const std::string& name) { was_[name].reset(); }
  /// The former schema has it by this name.
  void know(const std::string& name) { was_[name] = name; }
  void drop(const std::string& name) { was_.erase(name); }
  void rename(const std::string& from, const std::string& to) {
    const auto known = was_.find(from);
    const std::optional<std::string> former = known == was_.end() ? from : known->second;
    was_.erase(from);
    was_[to] = former;
  }

  Names names() const {
    Names names;
    for (const auto& [later, former] : was_)
      if (former && *former != later) names[*former] = later;
    return names;
  }

 private:
  std::map<std::string, std::optional<std::string>> was_;  ///< by the name now; new ones have none
};

/// An object between two schemas.
class Life {
 public:
  explicit Life(const Change& first)
      : former_{first.previous_schema.value_or(first.schema_name.value_or("")),
                first.previous_name.value_or(first.object_name)} {}

  /// `is_made`: the former schema has the change as well.
  void go_on(const Change& change, bool is_made) {
    later_ = {change.schema_name.value_or(""), change.object_name};
    is_new_ |= is_create(change) && !is_made;
    is_gone_ = is_drop(change);
    if (is_made) take_names(change);
    for (const Json& operation : change.details)
      is_made ? follow_in_both(operation) : follow(operation);
    if (!change.definition.is_object()) return;
    if (first_definition_.is_null()) first_definition_ = change.definition;
    definition_ = change.definition;
  }

  bool stays() const { return !is_new_ && !is_gone_; }
  const TableName& former() const { return former_; }
  const TableName& later() const { return later_; }
  Names columns() const { return columns_.names(); }
  Names values() const { return values_.names(); }
  Names constraints() const { return constraints_.names(); }

  /// The first row of the relation in the definition that it has at the end, null where there is
  /// none.
  Json row(const char* relation) const { return first_row(definition_, relation); }
  /// The same of the first definition that the log has.
  Json first_row(const char* relation) const { return first_row(first_definition_, relation); }

 private:
  static Json first_row(const Json& definition, const char* relation) {
    const auto rows = definition.find(relation);
    return rows == definition.end() || rows->empty() ? Json() : rows->front();
  }

  void follow(const Json& operation) {
    const std::string op = operation.at("op");
    if (op == "add_column") columns_.add(operation.at("column"));
    if (op == "drop_column") columns_.drop(operation.at("column"));
    if (op == "rename_column") rename(columns_, operation);
    if (op == "add_enum_value") values_.add(operation.at("value"));
    if (op == "drop_enum_value") values_.drop(operation.at("value"));
    if (op == "rename_enum_value") rename(values_, operation);
    if (op == "rename_constraint") rename(constraints_, operation);
    if (op != "add_constraint" && op != "drop_constraint") return;
    if (const Json& name = operation.at("constraint"); name.is_string())
      op == "add_constraint" ? constraints_.add(name) : constraints_.drop(name);
  }

  void take_names(const Change& change) {
    if (is_create(change)) former_ = later_;
    if (change.previous_schema) former_.first = later_.first;
    if (change.previous_name) former_.second = later_.second;
  }

  void follow_in_both(const Json& operation) {
    follow(operation);
    const std::string op = operation.at("op");
    if (op == "add_column") columns_.know(operation.at("column"));
    if (op == "rename_column") columns_.know(operation.at("to"));
    if (op == "add_enum_value") values_.know(operation.at("value"));
    if (op == "rename_enum_value") values_.know(operation.at("to"));
    if (op == "rename_constraint") constraints_.know(operation.at("to"));
    if (op != "add_constraint") return;
    if (const Json& name = operation.at("constraint"); name.is_string()) constraints_.know(name);
  }

  static void rename(PartNames& parts, const Json& operation) {
    parts.rename(operation.at("from"), operation.at("to"));
  }

  TableName former_;
  TableName later_;
  bool is_new_ = false;
  bool is_gone_ = false;
  PartNames columns_;
  PartNames values_;
  PartNames constraints_;
  Json first_definition_;
  Json definition_;
};

class Teller {
 public:
  /// `has_migrations`: the former schema has what migrations did among the changes.
  Teller(const std::vector<Change>& changes, bool has_migrations) {
    for (const Change& change : changes)
      if (const auto family = family_of(change))
        lives_.try_emplace({*family, change.object_id}, change)
            .first->second.go_on(change, has_migrations && change.migration);
  }

  Renames run() {
    each(Family::kSchema, [&](const Life& life) {
      if (life.former() != life.later())
        renames_.schemas[life.former().second] = life.later().second;
    });
    each(Family::kTable, [&](const Life& life) { table(life); });
    each(Family::kType, [&](const Life& life) { type(life); });
    each(Family::kIndex, [&](const Life& life) { index(life); });
    each(Family::kSequence, [&](const Life& life) { sequence(life); });
    back_ = renames_.turned();
    each(Family::kRoutine, [&](const Life& life) { routine(life); });
    return std::move(renames_);
  }

 private:
  template <class Visit>
  void each(Family family, Visit visit) const {
    for (const auto& [key, life] : lives_)
      if (key.first == family && life.stays()) visit(life);
  }

  /// Where it is called so not only because its schema is.
  bool is_listed(const Life& life) const {
    return life.later() !=
           TableName(renames_.later_schema(life.former().first), life.former().second);
  }

  static void add(std::map<TableName, Names>& parts, const Life& life, Names names) {
    if (!names.empty()) parts[life.former()] = std::move(names);
  }

  void table(const Life& life) {
    if (is_listed(life)) renames_.tables[life.former()] = life.later();
    add(renames_.columns, life, life.columns());
    add(renames_.constraints, life, life.constraints());
  }

  void type(const Life& life) {
    if (is_listed(life)) renames_.types[life.former()] = life.later();
    add(renames_.columns, life, life.columns());
    add(renames_.enum_values, life, life.values());
    add(renames_.constraints, life, life.constraints());
  }

  /// It moves with its table only, and that of a constraint is called as the constraint.
  void index(const Life& life) {
    const Json row = life.row("indexes");
    const bool is_constraint = row.is_object() && row.value("is_constraint", false);
    if (!is_constraint && life.former().second != life.later().second)
      renames_.indexes[life.former()] = life.later();
  }

  void sequence(const Life& life) {
    const Json row = life.row("sequences");
    const bool is_owned = row.is_object() && row.value("table_name", Json()).is_string();
    const bool moves_with_table = is_owned && life.former().second == life.later().second;
    if (is_listed(life) && !moves_with_table) renames_.sequences[life.former()] = life.later();
  }

  /// The log tells the arguments as they are after a change.
  void routine(const Life& life) {
    const Json row = life.first_row("routines");
    if (!is_listed(life) || !row.is_object()) return;
    const std::string arguments = row.at("identity_arguments");
    renames_.routines[{life.former(), back_.later(Renames::RoutineName({}, arguments)).second}] =
        life.later();
  }

  std::map<std::pair<Family, std::int64_t>, Life> lives_;
  Renames renames_;
  Renames back_;
};

}  // namespace

bool is_create(const Change& change) {
  if (change.action == "create") return true;
  if (change.action != "inferred" && change.action != "reconcile") return false;
  return !change.details.empty() && change.details.front().value("op", "") == "create";
}

Renames renames_of(const std::vector<Change>& changes) { return Teller(changes, false).run(); }

Renames renames_by_hand(const std::vector<Change>& changes) { return Teller(changes, true).run(); }

}  // namespace ddltrail
