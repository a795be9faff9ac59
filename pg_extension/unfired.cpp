#include "unfired.h"

#include "capture.h"
#include "catalog.h"
#include "command.h"
#include "policy.h"

namespace ddltrail {

namespace {

bool fires_not(ObjectType type) { return !EventTriggerSupportsObjectType(type); }

bool creates_table(const ExplainStmt* explain) {
  if (!IsA(explain->query, Query)) return false;
  Node* explained = castNode(Query, explain->query)->utilityStmt;
  return explained != nullptr && IsA(explained, CreateTableAsStmt);
}

// Since PostgreSQL 17 REINDEX fires; what commits between tables cannot be followed.
bool is_captured(const ReindexStmt* reindex) {
#if PG_VERSION_NUM >= 170000
  return false;
#else
  return reindex->kind == REINDEX_OBJECT_INDEX || reindex->kind == REINDEX_OBJECT_TABLE;
#endif
}

bool is_unfired(Node* node) {
  switch (nodeTag(node)) {
    case T_CreateRoleStmt:
    case T_AlterRoleStmt:
    case T_AlterRoleSetStmt:
    case T_DropRoleStmt:
    case T_GrantRoleStmt:
    case T_ReassignOwnedStmt:
    case T_CreatedbStmt:
    case T_AlterDatabaseStmt:
    case T_AlterDatabaseSetStmt:
    case T_DropdbStmt:
    case T_CreateTableSpaceStmt:
    case T_DropTableSpaceStmt:
    case T_AlterTableSpaceOptionsStmt:
    case T_CreateEventTrigStmt:
    case T_AlterEventTrigStmt:
      return true;
    case T_ClusterStmt:
      return castNode(ClusterStmt, node)->relation != nullptr;
    case T_ReindexStmt:
      return is_captured(castNode(ReindexStmt, node));
    case T_ExplainStmt:
      return creates_table(castNode(ExplainStmt, node));
    case T_RenameStmt:
      return fires_not(castNode(RenameStmt, node)->renameType);
    case T_AlterOwnerStmt:
      return fires_not(castNode(AlterOwnerStmt, node)->objectType);
    case T_CommentStmt:
      return fires_not(castNode(CommentStmt, node)->objtype);
    case T_GrantStmt:
      return fires_not(castNode(GrantStmt, node)->objtype);
    case T_DropStmt:
      return fires_not(castNode(DropStmt, node)->removeType);
    default:
      return false;
  }
}

// Its own installation and removal are nothing to log.
bool has_log() {
  if (IsBinaryUpgrade || !IsTransactionState()) return false;
  Oid extension = get_extension_oid("ddltrail", true);
  return OidIsValid(extension) && !(creating_extension && CurrentExtensionObject == extension);
}

void touch_object(Command* command, Oid class_id, Oid object_id) {
  if (OidIsValid(object_id)) touch(command, {class_id, object_id});
}

void touch_roles(Command* command, List* privileges) {
  ListCell* cell;
  foreach (cell, privileges) {
    const char* name = lfirst_node(AccessPriv, cell)->priv_name;
    if (name != nullptr) touch_object(command, AuthIdRelationId, get_role_oid(name, true));
  }
}

void touch_commented(Command* command, const CommentStmt* comment) {
  Relation relation = nullptr;
  ObjectAddress address =
      get_object_address(comment->objtype, comment->object, &relation, AccessShareLock, true);
  touch_object(command, address.classId, address.objectId);
}

// With its indexes, which are made anew.
void touch_relation(Command* command, const RangeVar* name) {
  Oid id = RangeVarGetRelid(name, NoLock, true);
  if (!OidIsValid(id)) return;
  touch_object(command, RelationRelationId, id);
  for (const Row& row :
       find_rows({IndexRelationId, IndexIndrelidIndexId}, {{Anum_pg_index_indrelid, id}}, kLatest))
    touch_object(command, RelationRelationId, row.oid(Anum_pg_index_indexrelid));
}

void touch_granted(Command* command, const GrantStmt* grant) {
  ListCell* cell;
  foreach (cell, grant->objects) {
    const char* name = strVal(lfirst(cell));
    switch (grant->objtype) {
      case OBJECT_DATABASE:
        touch_object(command, DatabaseRelationId, get_database_oid(name, true));
        break;
      case OBJECT_TABLESPACE:
        touch_object(command, TableSpaceRelationId, get_tablespace_oid(name, true));
        break;
      case OBJECT_PARAMETER_ACL:
        touch_object(command, ParameterAclRelationId, ParameterAclLookup(name, true));
        break;
      default:
        break;
    }
  }
}

// The hooks name most of what these commands change; here is the rest.
void touch_named(Command* command, Node* node) {
  switch (nodeTag(node)) {
    case T_ReindexStmt:
      touch_relation(command, castNode(ReindexStmt, node)->relation);
      break;
    case T_ClusterStmt:
      touch_relation(command, castNode(ClusterStmt, node)->relation);
      break;
    case T_GrantRoleStmt:
      touch_roles(command, castNode(GrantRoleStmt, node)->granted_roles);
      break;
    case T_AlterRoleSetStmt:
      if (castNode(AlterRoleSetStmt, node)->role != nullptr)
        touch_object(command, AuthIdRelationId,
                     get_rolespec_oid(castNode(AlterRoleSetStmt, node)->role, true));
      break;
    case T_AlterDatabaseSetStmt:
      touch_object(command, DatabaseRelationId,
                   get_database_oid(castNode(AlterDatabaseSetStmt, node)->dbname, true));
      break;
    case T_CommentStmt:
      touch_commented(command, castNode(CommentStmt, node));
      break;
    case T_GrantStmt:
      touch_granted(command, castNode(GrantStmt, node));
      break;
    default:
      break;
  }
}

}  // namespace

bool begin_unfired(const PlannedStmt* statement) {
  Node* node = statement->utilityStmt;
  if (!is_unfired(node) || !has_log()) return false;
  begin_capture(CreateCommandName(node), node);
  under_policy([&] { touch_named(current_command(), node); });
  return true;
}

void end_unfired(const PlannedStmt* statement) {
  CommandCounterIncrement();
  // What the command has made can be named only now.
  under_policy([&] { touch_named(current_command(), statement->utilityStmt); });
  end_capture();
}

}  // namespace ddltrail
