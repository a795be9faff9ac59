#include "plan/postgres/sequence_objects.h"

#include <fmt/format.h>

#include <limits>

#include "model/ownership.h"
#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

template <class Integer>
std::pair<std::int64_t, std::int64_t> range_of() {
  return {std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max()};
}

std::pair<std::int64_t, std::int64_t> range_of(const std::string& type) {
  if (type == "smallint") return range_of<std::int16_t>();
  if (type == "integer") return range_of<std::int32_t>();
  return range_of<std::int64_t>();
}

/// What CREATE SEQUENCE makes where only the type and the direction are said.
Sequence usual(const Sequence& row) {
  Sequence result = row;
  const auto [lowest, highest] = range_of(row.data_type);
  result.min_value = row.increment > 0 ? 1 : lowest;
  result.max_value = row.increment > 0 ? highest : -1;
  result.start_value = row.increment > 0 ? row.min_value : row.max_value;
  result.increment = 1;
  result.cache_size = 1;
  result.is_cyclic = false;
  return result;
}

std::string differing(const Sequence& former, const Sequence& later) {
  std::string options;
  const auto option = [&](const char* name, std::int64_t before, std::int64_t after) {
    if (before != after) options += fmt::format(" {} {}", name, after);
  };
  option("INCREMENT BY", former.increment, later.increment);
  option("MINVALUE", former.min_value, later.min_value);
  option("MAXVALUE", former.max_value, later.max_value);
  option("START WITH", former.start_value, later.start_value);
  option("CACHE", former.cache_size, later.cache_size);
  if (former.is_cyclic != later.is_cyclic) options += later.is_cyclic ? " CYCLE" : " NO CYCLE";
  return options;
}

TableName name_of(const Sequence& row) { return {row.schema_name, row.sequence_name}; }
TableName table_of(const Sequence& row) { return {*row.table_schema, *row.table_name}; }

/// The one that the same column had before, where that does not stay.
const Sequence* former_of(const Sequence& row, const World& world) {
  if (!row.table_name) return nullptr;
  const Sequence* former = world.from.rows().owned_sequence(table_of(row), *row.column_name);
  return former && !world.to.find(sequence_key(*former)) ? former : nullptr;
}

class SequenceObject : public Object {
 public:
  SequenceObject(const Sequence& row, const Rows& rows) : row_(row) {
    key = sequence_key(row);
    title = "sequence " + row.schema_name + "." + row.sequence_name;
    traits = {.noun = "SEQUENCE",
              .name = qualified(name_of(row)),
              .grant_owner = row.owner,
              .comment = row.comment,
              .grant_noun = "SEQUENCE",
              .acl_kind = "sequence"};
    if (!row.table_name) traits.owner = row.owner;
    rows.grant(traits, "sequence", row.schema_name, row.sequence_name);
    needs.insert(schema_key(row.schema_name));
    claims.push_back("relation " + traits.name);
    if (row.is_identity)
      owners = {part_key(Kind::kIdentity, table_of(row), *row.column_name)};
    else if (row.table_name)
      keepers = {column_key(table_of(row), *row.column_name), relation_key(table_of(row))};
  }

  Steps create(const World& world) const override {
    const bool is_unlogged = row_.persistence == "unlogged";
    Steps steps = {step(fmt::format(
        "CREATE {}SEQUENCE {}{}{}", is_unlogged ? "UNLOGGED " : "", traits.name,
        row_.data_type == "bigint" ? "" : " AS " + row_.data_type, sequence_options(row_)))};
    if (row_.table_name && row_.owner != kWhoeverMakesIt)
      steps.push_back(
          step(fmt::format("ALTER SEQUENCE {} OWNER TO {}", traits.name, role(row_.owner))));
    if (const Sequence* former = former_of(row_, world))
      steps.push_back(step(take_value(*former, row_)));
    return steps;
  }
  Steps drop(const World& world) const override {
    std::vector<Risk> risks;
    if (!has_successor(world))
      risks.push_back(risk(Hazard::kDataLoss, "where it stands is not known any more"));
    return {step("DROP SEQUENCE " + traits.name, std::move(risks))};
  }

  Change change(const Object& former, const World&) const override {
    const Sequence& before = static_cast<const SequenceObject&>(former).row_;
    Change change;
    const auto add = [&](std::string what) {
      change.how = Change::How::kAlter;
      change.steps.push_back(step("ALTER SEQUENCE " + what));
    };
    if (before.sequence_name != row_.sequence_name)
      add(qualified(name_of(before)) + " RENAME TO " + quoted(row_.sequence_name));
    if (const auto start = start_within_bounds(before)) change.steps.push_back(step(*start));
    if (const std::string options = sequence_options(before, row_); !options.empty())
      add(traits.name + options);
    if (before.persistence != row_.persistence && !row_.is_identity)
      add(traits.name + (row_.persistence ? " SET UNLOGGED" : " SET LOGGED"));
    return change;
  }
  bool is_folded(const World&) const override { return row_.is_identity; }
  Keys outlived(const World& world) const override {
    const Sequence* former = former_of(row_, world);
    return former ? Keys{sequence_key(*former)} : Keys{};
  }
  bool can_be_made_anew() const override { return false; }

 private:
  /// Another one of the same column goes on where it stands.
  bool has_successor(const World& world) const {
    if (!row_.table_name) return false;
    const Sequence* later = world.to.rows().owned_sequence(table_of(row_), *row_.column_name);
    return later && world.is_new(sequence_key(*later));
  }

  /// The server refuses bounds that the value is outside of: one that has yet to reach the first of
  /// them starts there.
  std::optional<std::string> start_within_bounds(const Sequence& former) const {
    const bool is_upward = row_.increment > 0;
    const bool is_narrower =
        is_upward ? row_.min_value > former.min_value : row_.max_value < former.max_value;
    const bool is_known =
        row_.start_value >= former.min_value && row_.start_value <= former.max_value;
    if (!is_narrower || !is_known) return std::nullopt;
    return fmt::format("SELECT pg_catalog.setval({}, {}, false) FROM {} WHERE last_value {} {}",
                       literal(traits.name), row_.start_value, traits.name, is_upward ? "<" : ">",
                       is_upward ? row_.min_value : row_.max_value);
  }

  const Sequence& row_;
};

class OwnershipObject : public Object {
 public:
  explicit OwnershipObject(const Sequence& row) {
    key = {Kind::kOwnership, qualified(name_of(row))};
    title = "sequence " + row.schema_name + "." + row.sequence_name;
    owners = {sequence_key(row)};
    needs = {column_key(table_of(row), *row.column_name)};
    definition = qualified(table_of(row)) + "." + quoted(*row.column_name);
  }
  Steps create(const World&) const override {
    return {step(fmt::format("ALTER SEQUENCE {} OWNED BY {}", key.name, definition))};
  }
  Steps drop(const World&) const override {
    return {step(fmt::format("ALTER SEQUENCE {} OWNED BY NONE", key.name))};
  }
  Change change(const Object& former, const World& world) const override {
    if (former.definition == definition) return {};
    return {.how = Change::How::kAlter, .steps = create(world)};
  }
  bool is_disturbed(Kind) const override { return false; }
};

}  // namespace

std::string sequence_options(const Sequence& row) { return differing(usual(row), row); }

std::string sequence_options(const Sequence& former, const Sequence& later) {
  if (former.data_type == later.data_type) return differing(former, later);
  // A new type moves the bounds that were those of the former one.
  Sequence moved = former;
  moved.min_value = later.min_value - 1;
  moved.max_value = later.max_value - 1;
  return " AS " + later.data_type + differing(moved, later);
}

Key sequence_key(const Sequence& row) {
  if (row.is_identity) return part_key(Kind::kSequence, table_of(row), *row.column_name);
  return {Kind::kSequence, qualified(name_of(row))};
}

std::string take_value(const Sequence& from, const Sequence& to) {
  return fmt::format("SELECT pg_catalog.setval({}, last_value, is_called) FROM {}",
                     literal(qualified(name_of(to))), qualified(name_of(from)));
}

std::string take_highest(const Sequence& row) {
  return fmt::format(
      "SELECT pg_catalog.setval({0}, pg_catalog.max({1})) FROM {2} HAVING pg_catalog.max({1}) >= "
      "{3}",
      literal(qualified(name_of(row))), quoted(*row.column_name), qualified(table_of(row)),
      row.min_value);
}

void add_sequences(Catalog& catalog) {
  for (const Sequence& row : catalog.rows().schema().sequences) {
    Object& object = catalog.make<SequenceObject>(row, catalog.rows());
    catalog.add_name(name_of(row), object.key);
    if (row.table_name && !row.is_identity) catalog.make<OwnershipObject>(row);
  }
}

}  // namespace ddltrail::postgres_plan
