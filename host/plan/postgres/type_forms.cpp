#include "plan/postgres/type_forms.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "plan/postgres/mentions.h"

namespace ddltrail::postgres_plan {
namespace {

using Name = std::pair<std::string, std::string>;

/// All of them are there still, in their order.
bool is_part_of(const std::vector<std::string>& values, const std::vector<std::string>& all) {
  auto next = values.begin();
  for (const std::string& value : all)
    if (next != values.end() && *next == value) ++next;
  return next == values.end();
}

/// A name, a type and a collation.
std::pair<std::string, Json> form_of(const Json& attribute) {
  return {attribute.at("name").get<std::string>(),
          Json{attribute.at("data_type"), attribute.value("collation", Json())}};
}

/// Attributes can be dropped, and added at the end; retyped only where no column is of the type.
bool can_become(const CompositeType& former, const CompositeType& later, bool is_used) {
  std::map<std::string, Json> after;
  for (const Json& attribute : later.attributes) after.insert(form_of(attribute));
  std::vector<std::string> kept;
  for (const Json& attribute : former.attributes) {
    const auto [name, form] = form_of(attribute);
    const auto found = after.find(name);
    if (found == after.end()) continue;
    if (found->second != form && is_used) return false;
    kept.push_back(name);
  }
  return std::equal(
      kept.begin(), kept.end(), later.attributes.begin(),
      later.attributes.begin() + static_cast<std::ptrdiff_t>(kept.size()),
      [](const std::string& name, const Json& attribute) { return attribute.at("name") == name; });
}

class Types {
 public:
  Types(const Schema& from, const Schema& to) : from_(from) {
    add(to.enums, &EnumType::enum_name, enums_);
    add(to.domains, &Domain::domain_name, domains_);
    add(to.composite_types, &CompositeType::type_name, composites_);
    add(to.range_types, &RangeType::type_name, ranges_);
  }

  std::optional<ReplacedType> run() {
    for (const EnumType& row : from_.enums) {
      const Name name = {row.schema_name, row.enum_name};
      if (!taken_.contains(name)) continue;
      const EnumType* later = find(enums_, name);
      if (!later || !is_part_of(row.values, later->values)) return ReplacedType{name, "TYPE"};
    }
    if (const auto domain = this->domain()) return domain;
    for (const CompositeType& row : from_.composite_types) {
      const Name name = {row.schema_name, row.type_name};
      if (!taken_.contains(name)) continue;
      const CompositeType* later = find(composites_, name);
      if (!later || !can_become(row, *later, is_used(name))) return ReplacedType{name, "TYPE"};
    }
    return range();
  }

 private:
  template <class Row>
  using Rows = std::map<Name, const Row*>;

  template <class Row>
  void add(const std::vector<Row>& rows, std::string Row::*member, Rows<Row>& map) {
    for (const Row& row : rows) {
      map[{row.schema_name, row.*member}] = &row;
      taken_.insert({row.schema_name, row.*member});
    }
  }
  template <class Row>
  static const Row* find(const Rows<Row>& rows, const Name& name) {
    const auto found = rows.find(name);
    return found == rows.end() ? nullptr : found->second;
  }

  std::optional<ReplacedType> domain() const {
    for (const Domain& row : from_.domains) {
      const Name name = {row.schema_name, row.domain_name};
      if (!taken_.contains(name)) continue;
      const Domain* later = find(domains_, name);
      if (!later || later->data_type != row.data_type || later->collation != row.collation ||
          (is_stricter(row, *later) && is_in_container(name)))
        return ReplacedType{name, "DOMAIN"};
    }
    return std::nullopt;
  }

  std::optional<ReplacedType> range() const {
    for (const RangeType& row : from_.range_types) {
      const Name name = {row.schema_name, row.type_name};
      if (!taken_.contains(name)) continue;
      const RangeType* later = find(ranges_, name);
      if (later && form_of(*later) == form_of(row)) continue;
      const Mentions multirange = mentions_of(row.multirange_type);
      ReplacedType type{name, "TYPE"};
      if (!multirange.names.empty()) type.multirange = *multirange.names.begin();
      type.subtype = row.subtype;
      return type;
    }
    return std::nullopt;
  }

  static Json form_of(const RangeType& row) {
    return Json{row.subtype,
                row.operator_class,
                row.collation.value_or(""),
                row.canonical.value_or(""),
                row.subtype_diff.value_or(""),
                row.multirange_type};
  }

  /// The server looks through the columns of the domain, but not into arrays of it.
  static bool is_stricter(const Domain& former, const Domain& later) {
    if (former.is_nullable && !later.is_nullable) return true;
    return std::any_of(later.constraints.begin(), later.constraints.end(), [&](const Json& item) {
      return std::none_of(former.constraints.begin(), former.constraints.end(),
                          [&](const Json& known) {
                            return known.at("name") == item.at("name") &&
                                   known.at("definition") == item.at("definition");
                          });
    });
  }

  /// An array, a range or an attribute of it is the type of a column.
  bool is_in_container(const Name& name) const {
    for (const Column& row : from_.columns)
      if (row.type_schema == name.first && row.type_name == name.second && row.array_dimensions > 0)
        return true;
    return std::any_of(
        from_.composite_types.begin(), from_.composite_types.end(), [&](const CompositeType& row) {
          return mentions_of(row.attributes.dump()).has_name(name.first, name.second);
        });
  }

  bool is_used(const Name& name) const {
    const auto mentions = [&](const std::string& type) {
      return mentions_of(type).has_name(name.first, name.second);
    };
    return std::any_of(from_.columns.begin(), from_.columns.end(),
                       [&](const Column& row) { return mentions(row.data_type); }) ||
           std::any_of(from_.domains.begin(), from_.domains.end(),
                       [&](const Domain& row) { return mentions(row.data_type); });
  }

  const Schema& from_;
  std::set<Name> taken_;
  Rows<EnumType> enums_;
  Rows<Domain> domains_;
  Rows<CompositeType> composites_;
  Rows<RangeType> ranges_;
};

}  // namespace

std::optional<ReplacedType> type_to_replace(const Schema& from, const Schema& to) {
  return Types(from, to).run();
}

}  // namespace ddltrail::postgres_plan
