#include "plan/postgres/affected.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "diff/merge.h"
#include "plan/postgres/mentions.h"
#include "plan/postgres/row_texts.h"

namespace ddltrail::postgres_plan {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

struct Node;

/// A row that nothing can use, and the same in the other schema, or null.
struct Leaf {
  const void* row;
  const void* same;
  Node* on;  ///< the table that it goes with
};

/// All that goes by one name: a relation with its columns, a type, routines, a sequence.
struct Node {
  bool is_affected = false;
  bool is_called = false;    ///< by what is affected
  bool has_leaves = false;   ///< some of the leaves on it are affected
  std::vector<Node*> users;  ///< they mention it
  std::vector<Node*> mentioned;
  std::vector<Node*> kin;    ///< parents, children, sequences of columns: affected together
  bool is_in_tree = false;   ///< it has parents or children
  std::vector<Leaf> leaves;  ///< they mention it
};

template <class Row, class... Rows>
constexpr bool kIsOneOf = (std::is_same_v<Row, Rows> || ...);

/// Nothing can use them: what they mention does not reach beyond them.
template <class Row>
bool is_leaf(const Row& row) {
  if constexpr (std::is_same_v<Row, Constraint>) return row.kind == "foreign key";
  return kIsOneOf<Row, ForeignKey, Trigger, Rule, Policy>;
}

/// They are few, or needed by all.
template <class Row>
constexpr bool kIsAlwaysKept =
    kIsOneOf<Row, Namespace, Extension, ForeignServer, Publication, DefaultPrivilege, EnumType,
             Domain, CompositeType, RangeType>;

Names names_of(const Table& row) { return {row.schema_name, row.table_name}; }
Names names_of(const View& row) { return {row.schema_name, row.view_name}; }
Names names_of(const Sequence& row) { return {row.schema_name, row.sequence_name}; }
Names names_of(const Routine& row) { return {row.schema_name, row.routine_name}; }
Names names_of(const EnumType& row) { return {row.schema_name, row.enum_name}; }
Names names_of(const Domain& row) { return {row.schema_name, row.domain_name}; }
Names names_of(const CompositeType& row) { return {row.schema_name, row.type_name}; }
Names names_of(const RangeType& row) { return {row.schema_name, row.type_name}; }
Names names_of(const Statistics& row) { return {row.table_schema, row.table_name}; }
Names names_of(const Privilege& row) {
  std::string_view name = row.object_name;
  if (row.object_kind == "routine") name = name.substr(0, name.rfind('('));
  return {row.schema_name ? std::string_view(*row.schema_name) : "", name};
}
template <class Row>
concept OfTable = requires(const Row& row, std::string_view& name) {
  name = row.schema_name;
  name = row.table_name;
};
template <OfTable Row>
Names names_of(const Row& row) {
  return {row.schema_name, row.table_name};
}

constexpr auto kKey = [](const auto& row) { return key_values(row); };

class Search {
 public:
  Search(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  Affected run() {
    for (const Schema* schema : {&from_, &to_}) add_nodes(*schema);
    for (const Schema* schema : {&from_, &to_}) add_kin(*schema);
    compare();
    affect_tables_on_servers();
    spread();
    return {part_of(from_), part_of(to_)};
  }

 private:
  template <class Row>
  static constexpr bool kHasNode = requires(const Row& row) {
    names_of(row);
  };

  void add_nodes(const Schema& schema) {
    const auto add = [&](const auto& rows) {
      for (const auto& row : rows) nodes_[names_of(row)];
    };
    add(schema.tables);
    add(schema.sequences);
    add(schema.routines);
    add(schema.enums);
    add(schema.domains);
    add(schema.composite_types);
    add(schema.range_types);
    for (const RangeType& row : schema.range_types)
      for_each_name(row.multirange_type, [&](const std::string& in, const std::string& name) {
        multiranges_[{in, name}] = node_of(row);
      });
  }

  void add_kin(const Schema& schema) {
    for (const Parent& row : schema.parents) {
      Node* child = node_of(row);
      Node* parent = find({row.parent_schema, row.parent_table});
      tie(child, parent);
      for (Node* node : {child, parent})
        if (node) node->is_in_tree = true;
    }
    for (const Sequence& row : schema.sequences)
      if (row.table_name) tie(node_of(row), find({*row.table_schema, *row.table_name}));
  }

  static void tie(Node* one, Node* other) {
    if (!one || !other) return;
    one->kin.push_back(other);
    other->kin.push_back(one);
  }

  void compare() {
    const auto compare_rows = [&]<class Row>(std::vector<Row> Schema::*relation) {
      if constexpr (kHasNode<Row>)
        for_each_pair(from_.*relation, to_.*relation, kKey,
                      [&](const Row* before, const Row* after) { compare(before, after); });
    };
    std::apply([&](auto... relations) { (compare_rows(relations), ...); }, Schema::kRelations);
  }

  template <class Row>
  void compare(const Row* before, const Row* after) {
    if (before && after && *before == *after) return add_mentions(*before, after);
    for (const Row* row : {before, after}) {
      if (!row) continue;
      affect(node_of(*row));
      add_mentions(*row, nullptr);
    }
  }

  /// `same`: the row in the other schema that is the same, or null.
  template <class Row>
  void add_mentions(const Row& row, const std::type_identity_t<Row>* same) {
    Node* node = node_of(row);
    const auto add = [&](const std::string& schema, const std::string& name) {
      Node* mentioned = find({schema, name});
      if (!mentioned || !node || mentioned == node) return;
      node->mentioned.push_back(mentioned);
      if (is_leaf(row))
        mentioned->leaves.push_back({&row, same, node});
      else
        mentioned->users.push_back(node);
    };
    if constexpr (std::is_same_v<Row, ForeignKey>) add(row.referenced_schema, row.referenced_table);
    for_each_text(row, [&](const std::string& text) { for_each_name(text, add); });
  }

  void affect_tables_on_servers() {
    merge(from_.foreign_servers, to_.foreign_servers, kKey,
          [&](const ForeignServer* before, const ForeignServer*) {
            if (before) affect_tables_on(before->server_name);
          });
  }

  void affect_tables_on(const std::string& server) {
    for (const TableProperties& row : from_.table_properties)
      if (row.server_name == server) affect(node_of(row));
  }

  void affect(Node* node) {
    if (!node || node->is_affected) return;
    node->is_affected = true;
    open_.push_back(node);
  }

  void spread() {
    while (!open_.empty()) {
      Node* node = open_.back();
      open_.pop_back();
      for (Node* user : node->users) affect(user);
      for (Node* other : node->kin) affect(other);
      for (Node* mentioned : node->mentioned) mentioned->is_called = true;
      for (const Leaf& leaf : node->leaves) keep(leaf);
    }
  }

  /// Those of a table with parents or children hang together.
  void keep(const Leaf& leaf) {
    if (leaf.on->is_in_tree) return affect(leaf.on);
    leaf.on->has_leaves = true;
    leaves_.insert({leaf.row, leaf.same});
  }

  Schema part_of(const Schema& schema) {
    Schema part(schema.engine);
    const auto keep = [&]<class Row>(std::vector<Row> Schema::*relation) {
      for (const Row& row : schema.*relation)
        if (is_kept(row)) (part.*relation).push_back(row);
    };
    std::apply([&](auto... relations) { (keep(relations), ...); }, Schema::kRelations);
    return part;
  }

  template <class Row>
  bool is_kept(const Row& row) {
    if constexpr (kIsAlwaysKept<Row>) return true;
    if constexpr (kHasNode<Row>) {
      const Node* node = node_of(row);
      if (!node || node->is_affected) return true;
      if constexpr (std::is_same_v<Row, Routine>) return node->is_called;
      if constexpr (std::is_same_v<Row, Table>) return node->has_leaves;
    }
    return leaves_.contains(&row);
  }

  /// Rows of one table stand together. Null: of what has no node, such as a schema.
  template <class Row>
  Node* node_of(const Row& row) {
    const Names names = names_of(row);
    if (names != last_names_ || !last_) {
      last_ = find(names);
      last_names_ = names;
    }
    return last_;
  }

  Node* find(const Names& names) {
    if (const auto node = nodes_.find(names); node != nodes_.end()) return &node->second;
    const auto range = multiranges_.find({std::string(names.first), std::string(names.second)});
    return range == multiranges_.end() ? nullptr : range->second;
  }

  const Schema& from_;
  const Schema& to_;
  std::map<Names, Node> nodes_;
  std::map<std::pair<std::string, std::string>, Node*> multiranges_;
  Names last_names_;
  Node* last_ = nullptr;
  std::vector<Node*> open_;
  std::set<const void*> leaves_;
};

}  // namespace

Affected affected(const Schema& from, const Schema& to) { return Search(from, to).run(); }

}  // namespace ddltrail::postgres_plan
