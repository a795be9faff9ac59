// Columns, and what is made and dropped apart of them: NOT NULL, identity, default.
#include <fmt/format.h>

#include <algorithm>

#include "plan/postgres/catalog.h"
#include "plan/postgres/composite_values.h"
#include "plan/postgres/names.h"
#include "plan/postgres/sequence_objects.h"
#include "plan/postgres/table_objects.h"

namespace ddltrail::postgres_plan {
namespace {

TableName table_of(const Column& row) { return {row.schema_name, row.table_name}; }

Key key_of(Kind kind, const Column& row) { return part_key(kind, table_of(row), row.column_name); }

std::string shown(const Column& row) {
  return "column " + row.schema_name + "." + row.table_name + "." + row.column_name;
}

/// The type says so itself, through domains of domains.
bool is_not_null_by_type(const Column& row, const Rows& rows) {
  if (row.type_kind != "domain" || row.array_dimensions > 0) return false;
  const Domain* domain = rows.domain({row.type_schema.value_or(""), row.type_name});
  while (domain && domain->is_nullable) {
    const Mentions base = mentions_of(domain->data_type);
    if (base.names.size() != 1 || domain->data_type.ends_with("]")) return false;
    domain = rows.domain(*base.names.begin());
  }
  return domain != nullptr;
}

/// Which makes it NOT NULL itself, and leaves it so.
bool is_in_primary_key(const Column& row, const Rows& rows) {
  const auto& constraints = rows.constraints(table_of(row));
  return std::any_of(constraints.begin(), constraints.end(), [&](const Constraint* constraint) {
    const Json& columns = constraint->columns;
    return constraint->kind == "primary key" &&
           std::find(columns.begin(), columns.end(), row.column_name) != columns.end();
  });
}

/// A domain brings its default along.
bool has_default_of_type(const Column& row, const Rows& rows) {
  if (row.type_kind != "domain") return false;
  const Domain* domain = rows.domain({row.type_schema.value_or(""), row.type_name});
  return domain && domain->default_expression == row.default_expression;
}

/// Values that differ from row to row: those of the rows that are there must be written.
bool is_volatile(const std::string& expression) {
  static const std::vector<std::string> kStable = {"now(", "transaction_timestamp(",
                                                   "statement_timestamp(", "current_setting("};
  const std::size_t open = expression.find('(');
  if (open == std::string::npos || expression.starts_with("'")) return false;
  return std::none_of(kStable.begin(), kStable.end(), [&](const std::string& stable) {
    return expression.find(stable) != std::string::npos;
  });
}

/// That of the type, which servers before 16 cannot be asked for by name.
std::string usual_storage(const Column& row) {
  return row.base_name == "numeric" && row.array_dimensions == 0 ? "main" : "extended";
}

/// As a part of a column: what it is about, and how ALTER TABLE begins.
class PartOfColumn : public Object {
 public:
  explicit PartOfColumn(const Column& row) : column_(row) {
    title = shown(row);
    table = table_of(row);
    owners = {column_key(*table, row.column_name)};
    needs = {relation_key(*table)};
  }

 protected:
  std::string alter(const char* only = "") const {
    return fmt::format("ALTER TABLE {}{} ALTER COLUMN {} ", only, qualified(*table),
                       quoted(column_.column_name));
  }
  bool is_new_table(const World& world) const { return world.is_new(relation_key(*table)); }
  bool is_new_column(const World& world) const { return world.created.contains(owners.front()); }

  const Column& column_;
};

class NotNullObject : public PartOfColumn {
 public:
  explicit NotNullObject(const Column& row, bool is_foreign)
      : PartOfColumn(row), is_foreign_(is_foreign) {
    key = key_of(Kind::kNotNull, row);
  }

  Steps create(const World& world) const override {
    const Risk nulls = risk(Hazard::kMayFail, "rows may hold NULL in it");
    const Step set = step(alter() + "SET NOT NULL");
    if (is_foreign_) return {set};
    if (world.is_offline)
      return {step(set.sql, {nulls, risk(Hazard::kLongLock, "all rows are read under a lock")})};
    return online(nulls, set);
  }
  /// A check that holds for all rows spares the server to read them under a lock.
  Steps online(const Risk& nulls, const Step& set) const {
    const std::string table = "ALTER TABLE " + qualified(*this->table) + " ";
    const std::string name = quoted("ddltrail_not_null_" + column_.column_name);
    Steps steps = {
        step(fmt::format("{}ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID", table, name,
                         quoted(column_.column_name))),
        step(table + "VALIDATE CONSTRAINT " + name,
             {nulls, risk(Hazard::kNotTransactional, "what stands before it is committed then")}),
        set, step(table + "DROP CONSTRAINT " + name)};
    steps[1].is_transactional = false;
    return steps;
  }
  /// Children lose it too, also those where it stays: they get it again.
  Steps drop(const World& world) const override {
    Steps steps = {step(alter() + "DROP NOT NULL")};
    for (const Key& heir : heirs)
      static_cast<const NotNullObject*>(world.from.find(heir))->stay(world, steps);
    return steps;
  }
  void stay(const World& world, Steps& steps) const {
    if (world.to.find(key) && !world.dropped.contains(key))
      steps.push_back(step(alter() + "SET NOT NULL",
                           {risk(Hazard::kLongLock, "all rows are read under a lock")}));
    for (const Key& heir : heirs)
      static_cast<const NotNullObject*>(world.from.find(heir))->stay(world, steps);
  }
  bool is_folded(const World&) const override { return true; }
  bool is_disturbed(Kind) const override { return false; }
  Phase phase_of_create(const World& world) const override {
    return world.is_offline ? Phase::kMain : Phase::kLast;
  }

 private:
  bool is_foreign_;
};

class IdentityObject : public PartOfColumn {
 public:
  IdentityObject(const Column& row, const Sequence& sequence)
      : PartOfColumn(row), sequence_(sequence) {
    key = key_of(Kind::kIdentity, row);
    definition = row.identity == "always" ? "ALWAYS" : "BY DEFAULT";
    needs.insert(key_of(Kind::kNotNull, row));
    needs.insert(schema_key(sequence.schema_name));
    claims = {"value of " + owners.front().name,
              "relation " + qualified(sequence.schema_name, sequence.sequence_name)};
  }

  std::string clause(const World&) const override {
    return fmt::format("GENERATED {} AS IDENTITY (SEQUENCE NAME {}{})", definition, name(),
                       sequence_options(sequence_));
  }
  Steps create(const World& world) const override {
    Steps steps = {step(alter() + "ADD " + clause(world))};
    steps.push_back(step(value(world)));
    return steps;
  }
  Steps drop(const World&) const override { return {step(alter() + "DROP IDENTITY")}; }
  Change change(const Object& former, const World&) const override {
    if (former.definition == definition) return {};
    return {.how = Change::How::kAlter, .steps = {step(alter() + "SET GENERATED " + definition)}};
  }
  bool is_folded(const World&) const override { return true; }
  bool is_disturbed(Kind) const override { return false; }
  bool can_be_made_anew() const override { return false; }
  Keys outlived(const World& world) const override {
    const Sequence* former = former_sequence(world);
    return former ? Keys{sequence_key(*former)} : Keys{};
  }

 private:
  std::string name() const { return qualified(sequence_.schema_name, sequence_.sequence_name); }

  const Sequence* former_sequence(const World& world) const {
    const Sequence* former = world.from.rows().owned_sequence(*table, column_.column_name);
    return former && !world.to.find(sequence_key(*former)) ? former : nullptr;
  }

  std::string value(const World& world) const {
    const Sequence* former = former_sequence(world);
    return former ? take_value(*former, sequence_) : take_highest(sequence_);
  }

  const Sequence& sequence_;
};

class DefaultObject : public PartOfColumn {
 public:
  DefaultObject(const Column& row, bool is_of_view) : PartOfColumn(row), is_of_view_(is_of_view) {
    key = key_of(Kind::kDefault, row);
    definition = *row.default_expression;
    texts = {definition};
    claims = {"value of " + column_key(*table, row.column_name).name};
    if (is_of_view) owners = {relation_key(*table)};
  }

  std::string clause(const World&) const override { return "DEFAULT " + definition; }
  Steps create(const World&) const override {
    return {step(alter(only()) + "SET DEFAULT " + definition)};
  }
  Steps drop(const World&) const override { return {step(alter(only()) + "DROP DEFAULT")}; }
  Change change(const Object& former, const World& world) const override {
    if (former.definition == definition) return {};
    return {.how = Change::How::kAlter, .steps = create(world)};
  }
  /// A function that reads the table cannot go after it, nor before the default that calls it.
  bool goes_with_owner(const World& world) const override {
    const Key relation = relation_key(*table);
    return std::none_of(needs.begin(), needs.end(), [&](const Key& need) {
      return need.kind == Kind::kRoutine && world.from.leads_to(need, relation);
    });
  }
  /// What needs the table itself, through a function, comes after it.
  bool is_folded(const World& world) const override {
    if (is_of_view_) return false;
    return !is_new_table(world) || std::none_of(needs.begin(), needs.end(), [](const Key& need) {
      return need.kind == Kind::kRoutine;
    });
  }

 private:
  const char* only() const { return is_of_view_ ? "" : "ONLY "; }
  bool is_of_view_;
};

class ColumnObject : public Object {
 public:
  ColumnObject(const Column& row, const Table& of, const Rows& rows) : row_(row), of_(of) {
    static const ColumnProperties kUsual;
    table = table_of(row);
    key = column_key(*table, row.column_name);
    title = shown(row);
    const ColumnProperties* properties = rows.properties(*table, row.column_name);
    properties_ = properties ? properties : &kUsual;
    traits = {.noun = "COLUMN",
              .name = key.name,
              .grant_owner = of.owner.value_or(""),
              .comment = row.comment,
              .grant_noun = "TABLE",
              .grant_name = qualified(*table),
              .acl_kind = "column"};
    rows.grant(traits, of.kind, row.schema_name, row.table_name, row.column_name);
    owners = {relation_key(*table)};
    definition = "of a table";
    row_texts = {row.data_type};
    texts = {row.collation.value_or("")};
    if (!row.generation_expression) return;
    texts.push_back(*row.generation_expression);
    scope = relation_key(*table);
  }

  std::string clause(const World& world) const override {
    return is_inherited_with_table(world) ? "" : text(world);
  }
  std::string text(const World& world) const {
    std::string sql = quoted(row_.column_name) + " " + row_.data_type;
    if (!properties_->foreign_options.empty())
      sql += " OPTIONS (" + options_list(properties_->foreign_options, " ") + ")";
    if (row_.collation) sql += " COLLATE " + *row_.collation;
    if (row_.generation_expression)
      sql += fmt::format(" GENERATED ALWAYS AS ({}) {}", *row_.generation_expression,
                         row_.generated == "stored" ? "STORED" : "VIRTUAL");
    for (const Object* part : world.to.parts(key))
      if (part->is_folded(world)) sql += part_clause(*part, world);
    if (!row_.default_expression && is_default_of_parent(world)) sql += " DEFAULT NULL";
    return sql;
  }

  Steps create(const World& world) const override {
    Steps steps = {step(fmt::format("ALTER TABLE {} ADD COLUMN {}", qualified(*table), text(world)),
                        risks_of_new(world))};
    append(steps, properties_steps(nullptr));
    return steps;
  }

  Steps drop(const World& world) const override {
    std::vector<Risk> risks;
    const auto* later = static_cast<const ColumnObject*>(world.to.find(key));
    if (!row_.generated || (later && !later->row_.generated))
      risks.push_back(risk(Hazard::kDataLoss, "its values are gone"));
    return {step(
        fmt::format("ALTER TABLE {} DROP COLUMN {}", qualified(*table), quoted(row_.column_name)),
        std::move(risks))};
  }

  /// A child keeps a column that it has of its own too, which is not told.
  Steps drop_own(const World&) const override {
    if (of_.is_partition) return {};
    return {step(fmt::format("ALTER TABLE {} DROP COLUMN IF EXISTS {}", qualified(*table),
                             quoted(row_.column_name)))};
  }

  Change change(const Object& former, const World& world) const override {
    if (former.definition != definition) return {.how = Change::How::kReplace};
    const auto& before = static_cast<const ColumnObject&>(former);
    if (is_computed_otherwise(before.row_)) return {.how = Change::How::kReplace};
    Change change;
    const bool is_retyped =
        before.row_.data_type != row_.data_type || before.row_.collation != row_.collation;
    if (const auto parent = changed_with(world)) {
      if (is_retyped) change.with = parent;
      change.is_disturbing = is_retyped;
    } else {
      if (before.row_.generated && !row_.generated)
        change.steps.push_back(step(alter() + "DROP EXPRESSION"));
      if (is_retyped) retype_from(before.row_, world, change);
    }
    append(change.steps, properties_steps(&before, change.is_disturbing));
    if (change.retype || change.with || !change.steps.empty()) change.how = Change::How::kAlter;
    return change;
  }

  /// The server can make plain columns only of those that are stored.
  bool is_computed_otherwise(const Column& before) const {
    if (!row_.generation_expression) return before.generated == "virtual";
    return before.generation_expression != row_.generation_expression ||
           before.generated != row_.generated;
  }

  /// Those of a table that is made here come with it, but for what is computed by functions.
  bool is_folded(const World&) const override {
    return !is_in_circle && std::none_of(needs.begin(), needs.end(), [](const Key& need) {
      return need.kind == Kind::kRoutine;
    });
  }
  bool can_be_made_anew() const override { return row_.generated.has_value(); }
  bool is_disturbed(Kind) const override { return row_.generated.has_value(); }
  /// What the column list cannot say.
  Steps finish(const World& world) const override {
    Steps steps = properties_steps(nullptr, false, inherited(world));
    if (!row_.default_expression && !world.is_new(owners.front()) && gets_default(*table, world))
      steps.push_back(step(alter_only() + "DROP DEFAULT"));
    if (row_.is_nullable && world.is_new(owners.front()) && is_not_null_in_parent(world))
      steps.push_back(step(alter_only() + "DROP NOT NULL"));
    return steps;
  }

 private:
  static std::string part_clause(const Object& part, const World& world) {
    if (part.key.kind == Kind::kNotNull) return " NOT NULL";
    const std::string clause = part.clause(world);
    return clause.empty() ? "" : " " + clause;
  }

  std::string alter() const {
    return fmt::format("ALTER TABLE {} ALTER COLUMN {} ", qualified(*table),
                       quoted(row_.column_name));
  }
  std::string alter_only() const {
    return fmt::format("ALTER TABLE ONLY {} ALTER COLUMN {} ", qualified(*table),
                       quoted(row_.column_name));
  }

  bool is_same_in(const Column& other) const {
    return other.data_type == row_.data_type && other.is_nullable == row_.is_nullable &&
           other.default_expression == row_.default_expression &&
           other.generation_expression == row_.generation_expression && !row_.identity;
  }

  /// The table is made as a child of one whose column of that name is such.
  template <class Is>
  bool has_parent_column(const World& world, const Is& is) const {
    const auto& parents = world.to.rows().parents(*table);
    return std::any_of(parents.begin(), parents.end(), [&](const Parent* parent) {
      const Column* other = world.to.rows().column(parent_of(*parent), row_.column_name);
      return !parent->partition_bound && other && is(*other);
    });
  }

  bool is_default_of_parent(const World& world) const {
    return has_parent_column(
        world, [](const Column& other) { return other.default_expression.has_value(); });
  }

  bool is_not_null_in_parent(const World& world) const {
    return has_parent_column(world, [](const Column& other) { return !other.is_nullable; });
  }

  /// From the statement that makes the column in a parent of the table, or in one of that.
  bool gets_default(const TableName& table, const World& world) const {
    const auto& parents = world.to.rows().parents(table);
    return std::any_of(parents.begin(), parents.end(), [&](const Parent* parent) {
      const TableName name = parent_of(*parent);
      if (!world.created.contains(column_key(name, row_.column_name))) return false;
      return world.to.rows().column(name, row_.column_name)->default_expression ||
             gets_default(name, world);
    });
  }

  bool is_inherited_with_table(const World& world) const {
    return has_parent_column(world, [this](const Column& other) { return is_same_in(other); });
  }

  /// ALTER TABLE of the parent, which stays it, reaches the children.
  std::optional<Key> changed_with(const World& world) const {
    for (const Parent* parent : world.to.rows().parents(*table)) {
      const TableName name = parent_of(*parent);
      const Column* after = world.to.rows().column(name, row_.column_name);
      if (after && after->data_type == row_.data_type &&
          world.from.rows().column(name, row_.column_name) &&
          world.from.find(link_key(*table, name)))
        return column_key(name, row_.column_name);
    }
    return std::nullopt;
  }

  void retype_from(const Column& before, const World& world, Change& change) const {
    const Retype how = retype_by_attributes(before, row_, quoted(row_.column_name), world);
    std::string sql = "ALTER COLUMN " + quoted(row_.column_name) + " TYPE " + row_.data_type;
    if (row_.collation) sql += " COLLATE " + *row_.collation;
    if (!how.expression.empty()) sql += " USING " + how.expression;
    change.is_disturbing = true;
    if (change.steps.empty())
      change.retype = step(std::move(sql), risks_of(how));
    else
      change.steps.push_back(
          step("ALTER TABLE " + qualified(*table) + " " + std::move(sql), risks_of(how)));
  }

  std::vector<Risk> risks_of(const Retype& how) const {
    std::vector<Risk> risks;
    if (how.has_rewrite) {
      risks.push_back(risk(Hazard::kTableRewrite, "all rows are written anew"));
      risks.push_back(risk(Hazard::kLongLock, "nobody reads the table meanwhile"));
    }
    if (how.may_fail) risks.push_back(risk(Hazard::kMayFail, "values may not be of the new type"));
    if (how.loses_data)
      risks.push_back(risk(Hazard::kDataLoss, "the new type does not hold all of a value"));
    if (how.follows_time_zone)
      risks.push_back(risk(Hazard::kCorrectness,
                           "the TimeZone of the session that runs it says what values become"));
    return risks;
  }

  std::vector<Risk> risks_of_new(const World& world) const {
    if (world.is_new(owners.front())) return {};
    std::vector<Risk> risks;
    const bool has_value = row_.has_default || row_.identity || row_.generated;
    if (!row_.is_nullable && !has_value)
      risks.push_back(risk(Hazard::kMayFail, "it is NOT NULL, and rows have no value for it"));
    if (row_.identity || row_.generated == "stored" ||
        (row_.default_expression && is_volatile(*row_.default_expression))) {
      risks.push_back(risk(Hazard::kTableRewrite, "all rows are written anew"));
      risks.push_back(risk(Hazard::kLongLock, "nobody reads the table meanwhile"));
    }
    return risks;
  }

  /// What a child has of its parents as they are when it is made, where that is not as it is to be.
  ColumnProperties inherited(const World& world) const {
    ColumnProperties result;
    for (const Parent* parent : world.to.rows().parents(*table))
      for (const Catalog* catalog : {&world.from, &world.to}) {
        const ColumnProperties* of =
            catalog->rows().properties(parent_of(*parent), row_.column_name);
        if (!of || parent->partition_bound) continue;
        if (of->storage != properties_->storage) result.storage = of->storage;
        if (of->compression != properties_->compression) result.compression = of->compression;
      }
    return result;
  }

  /// A new type comes with its own way to be stored.
  Steps properties_steps(const ColumnObject* former, bool is_retyped = false,
                         const ColumnProperties& usual = {}) const {
    ColumnProperties before = former ? *former->properties_ : usual;
    if (is_retyped) before.storage = before.compression = std::nullopt;
    const ColumnProperties& after = *properties_;
    Steps steps;
    const auto add = [&](std::string what) {
      steps.push_back(step(alter_only() + std::move(what)));
    };
    if (before.storage != after.storage)
      add("SET STORAGE " + after.storage.value_or(usual_storage(row_)));
    if (before.compression != after.compression)
      add("SET COMPRESSION " + after.compression.value_or("DEFAULT"));
    if (before.statistics_target != after.statistics_target)
      add(fmt::format("SET STATISTICS {}", after.statistics_target.value_or(-1)));
    for (const std::string& part : option_changes(before.options, after.options)) add(part);
    const std::string foreign =
        foreign_option_changes(before.foreign_options, after.foreign_options);
    if (former && !foreign.empty())
      steps.push_back(step(fmt::format("ALTER FOREIGN TABLE {} ALTER COLUMN {} {}",
                                       qualified(*table), quoted(row_.column_name), foreign)));
    return steps;
  }

  const Column& row_;
  const Table& of_;
  const ColumnProperties* properties_;
};

bool has_own_default(const Column& row, const Rows& rows) {
  return row.default_expression && !has_default_of_type(row, rows);
}

}  // namespace

void add_columns(Catalog& catalog, const Table& table) {
  const Rows& rows = catalog.rows();
  const bool is_foreign = table.kind == "foreign table";
  for (const Column* row : rows.columns({table.schema_name, table.table_name})) {
    catalog.make<ColumnObject>(*row, table, rows);
    if (!row->is_nullable && (!is_not_null_by_type(*row, rows) || is_in_primary_key(*row, rows)))
      catalog.make<NotNullObject>(*row, is_foreign);
    const Sequence* sequence = rows.owned_sequence(table_of(*row), row->column_name);
    if (row->identity && sequence) catalog.make<IdentityObject>(*row, *sequence);
    if (has_own_default(*row, rows)) catalog.make<DefaultObject>(*row, false);
  }
}

void add_view_defaults(Catalog& catalog, const Table& view) {
  for (const Column* row : catalog.rows().columns({view.schema_name, view.table_name}))
    if (row->default_expression) catalog.make<DefaultObject>(*row, true);
}

}  // namespace ddltrail::postgres_plan
