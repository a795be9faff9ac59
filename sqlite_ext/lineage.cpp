#include "lineage.h"

#include "token.h"

namespace ddltrail {
namespace {

/// The columns of what is copied last, traced back through what was copied before.
std::map<std::string, std::string> traced(const std::map<std::string, std::string>& last,
                                          const std::map<std::string, std::string>& before) {
  std::map<std::string, std::string> columns;
  for (const auto& [target, source] : last) {
    const auto found = before.find(source);
    if (found != before.end()) columns[target] = found->second;
  }
  return columns;
}

}  // namespace

Lineage::Lineage(const Trail& trail, const Lives& lives, const std::string& schema)
    : lives_(lives), schema_(schema) {
  for (std::size_t i = 0; i < trail.events().size(); ++i) {
    const auto* copy = std::get_if<Copy>(&trail.events()[i]);
    if (copy == nullptr) continue;
    const auto target = node(copy->target, i);
    const auto source = node(copy->source, i);
    if (target && source) edges_.push_back({i, *target, *source, copy});
  }
}

std::optional<Lineage::Node> Lineage::node(const TableName& table, std::size_t event) const {
  if (same_name(table.schema, "temp")) return Node{0, upper(table.name)};
  if (!same_name(table.schema, schema_)) return std::nullopt;
  for (const auto& [id, life] : lives_) {
    const auto name = life.name_at(event);
    if (name && life.kind() == "table" && same_name(*name, table.name)) return Node{id, {}};
  }
  return std::nullopt;
}

std::optional<Path> Lineage::path(std::int64_t from, std::int64_t to) const {
  if (from == to) return std::nullopt;
  return path_before(static_cast<std::size_t>(-1), {from, {}}, {to, {}});
}

/// The last copy that leads there: what a temporary table held before is gone.
std::optional<Path> Lineage::path_before(std::size_t event, const Node& from,
                                         const Node& to) const {
  for (auto edge = edges_.rbegin(); edge != edges_.rend(); ++edge) {
    if (edge->event >= event || !(edge->target == to)) continue;
    if (auto path = path_over(*edge, from)) return path;
    if (to.object_id == 0) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Path> Lineage::path_over(const Edge& edge, const Node& from) const {
  if (edge.source == from) return Path{{}, edge.copy->columns};
  auto path = path_before(edge.event, from, edge.source);
  if (!path) return std::nullopt;
  if (edge.source.object_id != 0) path->between.push_back(edge.source.object_id);
  path->columns = traced(edge.copy->columns, path->columns);
  return path;
}

}  // namespace ddltrail
