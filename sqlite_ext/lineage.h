// Where the rows of a table came from, through the copies of a transaction: straight, or by way of
// other tables, temporary ones among them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "life.h"

namespace ddltrail {

/// From one table to another: what lies between, and which column became which.
struct Path {
  std::vector<std::int64_t> between;
  std::map<std::string, std::string> columns;  // of the last table: of the first
};

class Lineage {
 public:
  Lineage(const Trail& trail, const Lives& lives, const std::string& schema);

  /// Nothing where no rows were copied from one to the other.
  std::optional<Path> path(std::int64_t from, std::int64_t to) const;

 private:
  /// An object of the database, or a temporary table by its name.
  struct Node {
    std::int64_t object_id = 0;
    std::string temporary;
    bool operator==(const Node&) const = default;
  };
  struct Edge {
    std::size_t event;
    Node target;
    Node source;
    const Copy* copy;
  };

  std::optional<Node> node(const TableName& table, std::size_t event) const;
  std::optional<Path> path_before(std::size_t event, const Node& from, const Node& to) const;
  std::optional<Path> path_over(const Edge& edge, const Node& from) const;

  const Lives& lives_;
  std::string schema_;
  std::vector<Edge> edges_;
};

}  // namespace ddltrail
