#include "relation.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "embedded_contract.h"
#include "embedded_relations.h"

namespace ddltrail {
namespace {

using nlohmann::ordered_json;

ValueType value_type(std::string_view type) {
  if (type == "boolean") return ValueType::kBoolean;
  if (type == "json") return ValueType::kJson;
  if (type == "integer" || type == "txid") return ValueType::kInteger;
  return ValueType::kText;
}

std::string_view relation_sql(std::string_view name) {
  for (const auto& file : embedded_relations::kFiles) {
    if (file.name == name) return file.text;
  }
  return {};
}

Relation parse_relation(const std::string& name, const ordered_json& description) {
  Relation relation{
      name, {}, description.at("key"), relation_sql(name), description.contains("row")};
  for (const auto& column : description.at("columns")) {
    relation.columns.push_back({column.at("name"), value_type(column.at("type").get<std::string>()),
                                column.at("null"), column.value("compared", true)});
  }
  return relation;
}

std::vector<Relation> parse_contract() {
  const auto contract = ordered_json::parse(embedded_contract::kFiles[0].text);
  std::vector<Relation> relations;
  for (const auto& [name, description] : contract.at("relations").items()) {
    relations.push_back(parse_relation(name, description));
  }
  return relations;
}

}  // namespace

std::string Relation::key_list() const {
  std::string list;
  for (const auto& column : key) list += (list.empty() ? "\"" : ", \"") + column + '"';
  return list;
}

std::size_t Relation::place_of(std::string_view column) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == column) return i;
  throw std::logic_error("no column " + std::string(column) + " of " + name);
}

std::span<const Relation> relations() {
  static const std::vector<Relation> kParsed = parse_contract();
  return kParsed;
}

const Relation& relation(std::string_view name) {
  for (const auto& candidate : relations()) {
    if (candidate.name == name) return candidate;
  }
  throw std::logic_error("no relation " + std::string(name));
}

}  // namespace ddltrail
