// Enums, domains with their constraints, composite types, range types. What cannot be altered in
// place has been set aside under another name before objects are made of it.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

class TypeObject : public Object {
 public:
  template <class Row>
  TypeObject(const Row& row, const std::string& type_name, const std::string& noun,
             const std::string& kind, Catalog& catalog) {
    const TableName name = {row.schema_name, type_name};
    key = type_key(name);
    title = kind + " " + row.schema_name + "." + type_name;
    traits = {.noun = noun,
              .name = qualified(name),
              .owner = row.owner,
              .grant_owner = row.owner,
              .comment = row.comment,
              .grant_noun = "TYPE",
              .acl_kind = "type"};
    catalog.rows().grant(traits, "type", row.schema_name, type_name);
    needs.insert(schema_key(row.schema_name));
    claims.push_back("type " + traits.name);
    catalog.add_name(name, key);
  }
  Steps drop(const World&) const override {
    return {step("DROP " + traits.noun + " " + traits.name)};
  }
  /// Columns are of it.
  bool can_be_made_anew() const override { return false; }
};

class EnumObject : public TypeObject {
 public:
  EnumObject(const EnumType& row, Catalog& catalog)
      : TypeObject(row, row.enum_name, "TYPE", "enum", catalog), row_(row) {}

  Steps create(const World&) const override {
    std::vector<std::string> values;
    for (const std::string& value : row_.values) values.push_back(literal(value));
    return {step(fmt::format("CREATE TYPE {} AS ENUM ({})", traits.name, list_of(values)))};
  }

  Change change(const Object& former, const World& world) const override {
    std::vector<std::string> known = static_cast<const EnumObject&>(former).row_.values;
    Change change;
    for (std::size_t place = 0; place < row_.values.size(); ++place) {
      if (place < known.size() && known[place] == row_.values[place]) continue;
      change.steps.push_back(added(known, place, world));
      if (!change.steps.back().is_transactional) change.phase = Phase::kFirst;
      known.insert(known.begin() + static_cast<std::ptrdiff_t>(place), row_.values[place]);
      change.how = Change::How::kAlter;
    }
    return change;
  }

 private:
  /// A new value cannot be used before the transaction that adds it has ended.
  Step added(const std::vector<std::string>& known, std::size_t place, const World& world) const {
    const std::string value = literal(row_.values[place]);
    Step result = step("ALTER TYPE " + traits.name + " ADD VALUE " + value + where(known, place));
    if (!is_used(value, world)) return result;
    result.is_transactional = false;
    result.risks = {risk(Hazard::kNotTransactional, "the value stays where the plan fails later")};
    return result;
  }

  static bool is_used(const std::string& value, const World& world) {
    const auto has = [&](const std::string& text) { return text.find(value) != std::string::npos; };
    return std::any_of(world.to.objects().begin(), world.to.objects().end(), [&](const auto& item) {
      const Object* former = world.from.find(item.first);
      return std::any_of(item.second->texts.begin(), item.second->texts.end(), has) &&
             (!former || former->texts != item.second->texts);
    });
  }

  static std::string where(const std::vector<std::string>& known, std::size_t place) {
    if (place < known.size()) return " BEFORE " + literal(known[place]);
    return "";
  }
  const EnumType& row_;
};

std::string domain_constraint(const Json& constraint) {
  return fmt::format("CONSTRAINT {} {}", quoted(constraint.at("name").get<std::string>()),
                     constraint.at("definition").get<std::string>());
}

class DomainConstraintObject : public Object {
 public:
  DomainConstraintObject(const Domain& row, const Json& constraint) : constraint_(constraint) {
    const TableName domain = {row.schema_name, row.domain_name};
    const std::string name = constraint.at("name").get<std::string>();
    key = part_key(Kind::kTypeConstraint, domain, name);
    title = "constraint " + name + " of domain " + row.schema_name + "." + row.domain_name;
    domain_ = qualified(domain);
    traits = {.noun = "CONSTRAINT",
              .name = quoted(name) + " ON DOMAIN " + domain_,
              .comment = comment(constraint)};
    definition = constraint.at("definition").get<std::string>();
    owners = {type_key(domain)};
    texts = {definition};
  }
  Steps create(const World&) const override {
    return {step("ALTER DOMAIN " + domain_ + " ADD " + domain_constraint(constraint_), checking())};
  }
  Steps drop(const World&) const override {
    return {step(fmt::format("ALTER DOMAIN {} DROP CONSTRAINT {}", domain_,
                             quoted(constraint_.at("name").get<std::string>())))};
  }
  Change change(const Object& former, const World&) const override {
    if (former.definition == definition) return {};
    if (former.definition != definition + " NOT VALID") return {.how = Change::How::kReplace};
    return {.how = Change::How::kAlter,
            .steps = {step(fmt::format("ALTER DOMAIN {} VALIDATE CONSTRAINT {}", domain_,
                                       quoted(constraint_.at("name").get<std::string>())),
                           checking())}};
  }
  bool is_folded(const World&) const override { return !definition.ends_with(" NOT VALID"); }
  std::string clause(const World&) const override { return domain_constraint(constraint_); }

 private:
  static std::optional<std::string> comment(const Json& constraint) {
    const auto found = constraint.find("comment");
    if (found == constraint.end() || found->is_null()) return std::nullopt;
    return found->get<std::string>();
  }
  std::vector<Risk> checking() const {
    return {risk(Hazard::kMayFail, "values may break it"),
            risk(Hazard::kLongLock, "all columns of the domain are read, and nobody writes them")};
  }
  const Json& constraint_;
  std::string domain_;
};

class DomainObject : public TypeObject {
 public:
  DomainObject(const Domain& row, Catalog& catalog)
      : TypeObject(row, row.domain_name, "DOMAIN", "domain", catalog), row_(row) {
    texts = {row.data_type, row.default_expression.value_or("")};
  }

  Steps create(const World& world) const override {
    std::string sql = fmt::format("CREATE DOMAIN {} AS {}", traits.name, row_.data_type);
    if (row_.collation) sql += " COLLATE " + *row_.collation;
    if (row_.default_expression) sql += " DEFAULT " + *row_.default_expression;
    if (!row_.is_nullable) sql += " NOT NULL";
    for (const Object* part : world.to.parts(key))
      if (part->is_folded(world)) sql += " " + part->clause(world);
    return {step(std::move(sql))};
  }

  Change change(const Object& former, const World&) const override {
    const Domain& before = static_cast<const DomainObject&>(former).row_;
    Change change;
    const auto add = [&](std::string what, std::vector<Risk> risks = {}) {
      change.how = Change::How::kAlter;
      change.steps.push_back(
          step("ALTER DOMAIN " + traits.name + " " + std::move(what), std::move(risks)));
    };
    if (before.default_expression != row_.default_expression)
      add(row_.default_expression ? "SET DEFAULT " + *row_.default_expression : "DROP DEFAULT");
    if (before.is_nullable && !row_.is_nullable)
      add("SET NOT NULL", {risk(Hazard::kMayFail, "columns of it may hold NULL"),
                           risk(Hazard::kLongLock, "all columns of it are read")});
    if (!before.is_nullable && row_.is_nullable) add("DROP NOT NULL");
    return change;
  }

 private:
  const Domain& row_;
};

std::string attribute_text(const Json& attribute) {
  std::string text = quoted(attribute.at("name").get<std::string>()) + " " +
                     attribute.at("data_type").get<std::string>();
  const auto collation = attribute.find("collation");
  if (collation != attribute.end() && !collation->is_null())
    text += " COLLATE " + collation->get<std::string>();
  return text;
}

std::string attribute_comment(const Json& attribute) {
  const auto found = attribute.find("comment");
  return found == attribute.end() || found->is_null() ? "NULL" : literal(found->get<std::string>());
}

class CompositeObject : public TypeObject {
 public:
  CompositeObject(const CompositeType& row, Catalog& catalog)
      : TypeObject(row, row.type_name, "TYPE", "composite type", catalog), row_(row) {
    claims.push_back("relation " + traits.name);
    for (const Json& attribute : row.attributes)
      texts.push_back(attribute.at("data_type").get<std::string>());
  }

  Steps create(const World&) const override {
    std::vector<std::string> attributes;
    for (const Json& attribute : row_.attributes) attributes.push_back(attribute_text(attribute));
    Steps steps = {step(fmt::format("CREATE TYPE {} AS ({})", traits.name, list_of(attributes)))};
    for (const Json& attribute : row_.attributes)
      if (attribute_comment(attribute) != "NULL") steps.push_back(comment(attribute));
    return steps;
  }

  Change change(const Object& former, const World&) const override {
    const auto before = by_name(static_cast<const CompositeObject&>(former).row_);
    const auto after = by_name(row_);
    Change change;
    const auto add = [&](std::string what, std::vector<Risk> risks = {}) {
      change.steps.push_back(
          step("ALTER TYPE " + traits.name + " " + std::move(what), std::move(risks)));
    };
    for (const auto& [name, attribute] : before)
      if (!after.contains(name))
        add("DROP ATTRIBUTE " + quoted(name), {risk(Hazard::kDataLoss, "its values are gone")});
    for (const Json& attribute : row_.attributes) {
      const auto known = before.find(attribute.at("name").get<std::string>());
      if (known == before.end())
        add("ADD ATTRIBUTE " + attribute_text(attribute));
      else if (attribute_text(attribute) != attribute_text(*known->second))
        add("ALTER ATTRIBUTE " + retyped(attribute));
      if (known == before.end() ? attribute_comment(attribute) != "NULL"
                                : attribute_comment(attribute) != attribute_comment(*known->second))
        change.steps.push_back(comment(attribute));
    }
    if (!change.steps.empty()) change.how = Change::How::kAlter;
    return change;
  }

 private:
  static std::map<std::string, const Json*> by_name(const CompositeType& row) {
    std::map<std::string, const Json*> attributes;
    for (const Json& attribute : row.attributes)
      attributes[attribute.at("name").get<std::string>()] = &attribute;
    return attributes;
  }
  static std::string retyped(const Json& attribute) {
    const std::string name = quoted(attribute.at("name").get<std::string>());
    return name + " TYPE" + attribute_text(attribute).substr(name.size());
  }
  Step comment(const Json& attribute) const {
    return step(fmt::format("COMMENT ON COLUMN {}.{} IS {}", traits.name,
                            quoted(attribute.at("name").get<std::string>()),
                            attribute_comment(attribute)));
  }
  const CompositeType& row_;
};

class RangeObject : public TypeObject {
 public:
  RangeObject(const RangeType& row, Catalog& catalog)
      : TypeObject(row, row.type_name, "TYPE", "range type", catalog), row_(row) {
    texts = {row.subtype, row.operator_class, row.subtype_diff.value_or(""),
             row.canonical.value_or("")};
    const Mentions multirange = mentions_of(row.multirange_type);
    for (const TableName& name : multirange.names) catalog.add_name(name, key);
  }
  Steps create(const World&) const override {
    std::string options =
        "subtype = " + row_.subtype + ", subtype_opclass = " + row_.operator_class;
    if (row_.collation) options += ", collation = " + *row_.collation;
    if (row_.canonical) options += ", canonical = " + *row_.canonical;
    if (row_.subtype_diff) options += ", subtype_diff = " + *row_.subtype_diff;
    options += ", multirange_type_name = " + row_.multirange_type;
    return {step(fmt::format("CREATE TYPE {} AS RANGE ({})", traits.name, options))};
  }

 private:
  const RangeType& row_;
};

}  // namespace

void add_types(Catalog& catalog) {
  const Schema& schema = catalog.rows().schema();
  for (const EnumType& row : schema.enums) catalog.make<EnumObject>(row, catalog);
  for (const Domain& row : schema.domains) {
    catalog.make<DomainObject>(row, catalog);
    for (const Json& constraint : row.constraints)
      catalog.make<DomainConstraintObject>(row, constraint);
  }
  for (const CompositeType& row : schema.composite_types)
    catalog.make<CompositeObject>(row, catalog);
  for (const RangeType& row : schema.range_types) catalog.make<RangeObject>(row, catalog);
}

}  // namespace ddltrail::postgres_plan
