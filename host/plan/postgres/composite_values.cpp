#include "plan/postgres/composite_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/error.h"
#include "plan/postgres/catalog.h"
#include "plan/postgres/mentions.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

using Name = std::pair<std::string, std::string>;
using Attributes = std::map<std::string, std::string>;  // name -> type

template <class SchemaType>
auto* composite(SchemaType& schema, const Name& name) {
  const auto found = std::find_if(
      schema.composite_types.begin(), schema.composite_types.end(),
      [&](const CompositeType& row) { return Name(row.schema_name, row.type_name) == name; });
  return found == schema.composite_types.end() ? nullptr : &*found;
}

const CompositeType* type_of(const Column& row, const Schema& schema) {
  if (!row.type_schema || row.array_dimensions > 0) return nullptr;
  return composite(schema, {*row.type_schema, row.type_name});
}

std::string name_of(const Json& attribute) { return attribute.at("name").get<std::string>(); }

Attributes attributes_of(const CompositeType& type) {
  Attributes attributes;
  for (const Json& attribute : type.attributes)
    attributes[name_of(attribute)] = attribute.at("data_type").get<std::string>();
  return attributes;
}

std::string value_of(const Json& attribute, const Attributes& former, const std::string& column) {
  const auto known = former.find(name_of(attribute));
  if (known == former.end()) return "NULL";
  const std::string value = fmt::format("({}).{}", column, quoted(known->first));
  const std::string type = attribute.at("data_type").get<std::string>();
  return known->second == type ? value : value + "::text::" + type;
}

bool has_all(const Attributes& attributes, const Attributes& others) {
  return std::all_of(others.begin(), others.end(),
                     [&](const auto& other) { return attributes.contains(other.first); });
}

/// Values of it are parts of others.
class Nesting {
 public:
  explicit Nesting(const Schema& schema) : schema_(schema) {}

  bool is_nested(const Name& type) const {
    const auto holds_array = [&](const Column& row) {
      return row.array_dimensions > 0 && is_of(row, type);
    };
    return std::any_of(schema_.columns.begin(), schema_.columns.end(), holds_array) ||
           std::any_of(schema_.domains.begin(), schema_.domains.end(),
                       [&](const Domain& row) {
                         return mentions(row.data_type, type) &&
                                is_used({row.schema_name, row.domain_name});
                       }) ||
           std::any_of(schema_.composite_types.begin(), schema_.composite_types.end(),
                       [&](const CompositeType& row) {
                         return mentions(row.attributes.dump(), type) &&
                                is_used({row.schema_name, row.type_name});
                       });
  }

 private:
  static bool is_of(const Column& row, const Name& type) {
    return row.type_schema == type.first && row.type_name == type.second;
  }
  static bool mentions(const std::string& text, const Name& type) {
    return mentions_of(text).has_name(type.first, type.second);
  }
  bool is_used(const Name& type) const {
    return is_nested(type) || std::any_of(schema_.columns.begin(), schema_.columns.end(),
                                          [&](const Column& row) { return is_of(row, type); });
  }

  const Schema& schema_;
};

class Alignment {
 public:
  Alignment(CompositeType& former, const CompositeType& later)
      : former_(former),
        later_(later),
        noun_("composite type " + former.schema_name + "." + former.type_name) {}

  Steps run() {
    drop_others();
    for (const Json& attribute : later_.attributes)
      if (!attributes_of(former_).contains(name_of(attribute))) add(attribute);
    const bool is_aligned = std::equal(
        former_.attributes.begin(), former_.attributes.end(), later_.attributes.begin(),
        later_.attributes.end(),
        [](const Json& one, const Json& other) { return name_of(one) == name_of(other); });
    if (!is_aligned)
      throw Error("the attributes of a type change their order, and arrays or other types hold it",
                  noun_, "Leave them in their order, with new ones at the end.");
    return std::move(steps_);
  }

 private:
  void drop_others() {
    const Attributes stay = attributes_of(later_);
    std::vector<Json> kept;
    for (const Json& attribute : former_.attributes)
      if (stay.contains(name_of(attribute)))
        kept.push_back(attribute);
      else
        steps_.push_back(step(alter() + "DROP ATTRIBUTE " + quoted(name_of(attribute)),
                              {{Hazard::kDataLoss, noun_, "the values of an attribute are gone"}}));
    former_.attributes = std::move(kept);
  }

  /// Its type may not be there yet, and it has no values.
  void add(const Json& attribute) {
    steps_.push_back(step(alter() + "ADD ATTRIBUTE " + quoted(name_of(attribute)) + " text"));
    former_.attributes.push_back(Json{{"name", name_of(attribute)}, {"data_type", "text"}});
  }

  std::string alter() const {
    return "ALTER TYPE " + qualified(former_.schema_name, former_.type_name) + " ";
  }

  CompositeType& former_;
  const CompositeType& later_;
  const std::string noun_;
  Steps steps_;
};

}  // namespace

Retype retype_by_attributes(const Column& from, const Column& to, const std::string& column,
                            const World& world) {
  Retype how = retype(from, to, column);
  const CompositeType* former = type_of(from, world.from.rows().schema());
  const CompositeType* later = type_of(to, world.to.rows().schema());
  if (how.expression.empty() || !former || !later) return how;
  const Attributes before = attributes_of(*former);
  std::vector<std::string> values;
  for (const Json& attribute : later->attributes)
    values.push_back(value_of(attribute, before, column));
  how.expression = fmt::format("CASE WHEN {} IS DISTINCT FROM NULL THEN ROW({})::{} END", column,
                               list_of(values), to.data_type);
  how.loses_data |= !has_all(attributes_of(*later), before);
  return how;
}

Steps align_attributes(Schema& from, const Schema& to, const Name& type) {
  CompositeType* former = composite(from, type);
  const CompositeType* later = composite(to, type);
  if (!former || !later || !Nesting(from).is_nested(type)) return {};
  return Alignment(*former, *later).run();
}

}  // namespace ddltrail::postgres_plan
