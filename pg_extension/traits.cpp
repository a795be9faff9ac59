#include "traits.h"

namespace ddltrail {

namespace {

List* table_commands(Node* node) {
  return IsA(node, AlterTableStmt) ? castNode(AlterTableStmt, node)->cmds : NIL;
}

// What ALTER TABLE attaches or detaches, or null.
const PartitionCmd* partition_of(const AlterTableCmd* alter) {
  return alter->def != nullptr && IsA(alter->def, PartitionCmd) ? castNode(PartitionCmd, alter->def)
                                                                : nullptr;
}

bool is_concurrent_detach(Node* node) {
  ListCell* cell;
  foreach (cell, table_commands(node)) {
    const PartitionCmd* partition = partition_of(lfirst_node(AlterTableCmd, cell));
    if (partition != nullptr && partition->concurrent) return true;
  }
  return false;
}

bool is_concurrent_reindex(Node* node) {
  if (!IsA(node, ReindexStmt)) return false;
  ListCell* cell;
  foreach (cell, castNode(ReindexStmt, node)->params) {
    auto* option = lfirst_node(DefElem, cell);
    if (strcmp(option->defname, "concurrently") == 0) return defGetBoolean(option);
  }
  return false;
}

bool commits_midway(Node* node) {
  if (IsA(node, IndexStmt)) return castNode(IndexStmt, node)->concurrent;
  if (IsA(node, DropStmt)) return castNode(DropStmt, node)->concurrent;
  // ALTER DATABASE SET TABLESPACE.
  if (IsA(node, AlterDatabaseStmt)) return true;
  return is_concurrent_detach(node) || is_concurrent_reindex(node);
}

// A member goes with its extension only.
bool may_drop_members(Node* node) {
  if (!IsA(node, DropStmt)) return !IsA(node, CreateStmt) && !IsA(node, IndexStmt);
  auto* drop = castNode(DropStmt, node);
  return drop->behavior == DROP_CASCADE || drop->removeType == OBJECT_EXTENSION;
}

bool is_relation(ObjectType type) {
  return type == OBJECT_TABLE || type == OBJECT_VIEW || type == OBJECT_MATVIEW ||
         type == OBJECT_FOREIGN_TABLE || type == OBJECT_INDEX || type == OBJECT_SEQUENCE;
}

bool drops_whole(Node* node) {
  if (!IsA(node, DropStmt)) return false;
  auto* drop = castNode(DropStmt, node);
  return drop->behavior == DROP_RESTRICT && is_relation(drop->removeType);
}

bool makes_comments(Node* node) {
  if (!IsA(node, CreateStmt)) return true;
  ListCell* cell;
  foreach (cell, castNode(CreateStmt, node)->tableElts)
    if (IsA(lfirst(cell), TableLikeClause)) return true;
  return false;
}

bool makes_relation(Node* node) {
  return IsA(node, CreateStmt) || IsA(node, IndexStmt) || IsA(node, ViewStmt) ||
         IsA(node, CreateTableAsStmt) || IsA(node, CreateForeignTableStmt);
}

bool only_adds_columns(Node* node) {
  ListCell* cell;
  foreach (cell, table_commands(node))
    if (lfirst_node(AlterTableCmd, cell)->subtype != AT_AddColumn) return false;
  return table_commands(node) != NIL;
}

bool may_change_parents(Node* node) {
  ListCell* cell;
  foreach (cell, table_commands(node)) {
    switch (lfirst_node(AlterTableCmd, cell)->subtype) {
      case AT_AddInherit:
      case AT_DropInherit:
      case AT_AttachPartition:
      case AT_DetachPartition:
      case AT_DetachPartitionFinalize:
        return true;
      default:
        break;
    }
  }
  return false;
}

bool may_change_options(Node* node) {
  ListCell* cell;
  foreach (cell, table_commands(node)) {
    AlterTableType type = lfirst_node(AlterTableCmd, cell)->subtype;
    if (type == AT_SetRelOptions || type == AT_ResetRelOptions) return true;
  }
  return false;
}

bool may_change_dependencies(Node* node) {
  return IsA(node, AlterExtensionContentsStmt) || IsA(node, AlterObjectDependsStmt) ||
         IsA(node, AlterSeqStmt);
}

bool renames_relation(Node* node) {
  if (!IsA(node, RenameStmt)) return false;
  ObjectType type = castNode(RenameStmt, node)->renameType;
  return is_relation(type) || type == OBJECT_COLUMN;
}

const RenameStmt* renames_column(Node* node) {
  if (!IsA(node, RenameStmt)) return nullptr;
  auto* rename = castNode(RenameStmt, node);
  return rename->renameType == OBJECT_COLUMN ? rename : nullptr;
}

}  // namespace

Traits read_traits(Node* parse_tree) {
  Traits traits;
  traits.spans_transactions = commits_midway(parse_tree);
  traits.may_drop_members = may_drop_members(parse_tree);
  traits.drops_whole = drops_whole(parse_tree);
  traits.makes_table = IsA(parse_tree, CreateStmt);
  traits.makes_comments = makes_comments(parse_tree);
  traits.makes_types = !makes_relation(parse_tree) && !traits.drops_whole;
  traits.renames_column = renames_column(parse_tree);
  traits.only_adds_columns = only_adds_columns(parse_tree);
  traits.may_change_parents = may_change_parents(parse_tree);
  traits.may_change_dependencies = may_change_dependencies(parse_tree);
  traits.may_change_options = may_change_options(parse_tree);
  traits.is_told_by_hooks = IsA(parse_tree, CreateStmt) || IsA(parse_tree, IndexStmt) ||
                            IsA(parse_tree, DropStmt) || renames_relation(parse_tree) ||
                            traits.only_adds_columns;
  return traits;
}

List* partitions_of(Node* parse_tree) {
  List* partitions = NIL;
  ListCell* cell;
  foreach (cell, table_commands(parse_tree)) {
    const PartitionCmd* partition = partition_of(lfirst_node(AlterTableCmd, cell));
    if (partition == nullptr || partition->name == nullptr) continue;
    Oid relation = RangeVarGetRelid(partition->name, NoLock, true);
    if (OidIsValid(relation)) partitions = lappend_oid(partitions, relation);
  }
  return partitions;
}

}  // namespace ddltrail
