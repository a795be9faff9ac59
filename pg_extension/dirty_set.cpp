#include "dirty_set.h"

#include <algorithm>

#include "diff.h"
#include "image.h"
#include "query.h"

namespace ddltrail {

namespace {

Query commands_query = {
    "SELECT c.classid, c.objid, c.objsubid, c.object_type, c.schema_name, c.object_identity,"
    " (pg_catalog.pg_identify_object(c.classid, c.objid, 0)).name, c.command,"
    // A policy has no schema of its own; what concerns us depends on that of its table.
    " COALESCE(c.schema_name, (SELECT n.nspname::pg_catalog.text FROM pg_catalog.pg_policy p"
    "   JOIN pg_catalog.pg_class t ON t.oid = p.polrelid"
    "   JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
    "   WHERE c.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND p.oid = c.objid))"
    " FROM pg_catalog.pg_event_trigger_ddl_commands() c",
    {},
    nullptr};

Query drops_query = {
    "SELECT d.classid, d.objid, d.objsubid, d.object_type, d.schema_name, d.object_name,"
    " d.object_identity"
    " FROM pg_catalog.pg_event_trigger_dropped_objects() d WHERE NOT d.is_temporary",
    {},
    nullptr};

bool is_excluded(const char* schema) {
  if (schema == nullptr) return false;
  return strncmp(schema, "pg_", 3) == 0 || strcmp(schema, "information_schema") == 0 ||
         strcmp(schema, "ddltrail") == 0;
}

void touch_address(Command* command, const ObjectAddress& address) {
  if (OidIsValid(address.objectId)) touch(command, {address.classId, address.objectId});
}

Oid class_of(ObjectType type) {
  switch (type) {
    case OBJECT_TABLE:
    case OBJECT_SEQUENCE:
    case OBJECT_COLUMN:
      return RelationRelationId;
    case OBJECT_TYPE:
    case OBJECT_DOMAIN:
      return TypeRelationId;
    case OBJECT_SCHEMA:
      return NamespaceRelationId;
    case OBJECT_FUNCTION:
    case OBJECT_PROCEDURE:
    case OBJECT_ROUTINE:
      return ProcedureRelationId;
    default:
      return InvalidOid;
  }
}

void touch_granted(Command* command, const InternalGrant* grant) {
  Oid class_id = class_of(grant->objtype);
  if (!OidIsValid(class_id)) return;
  ListCell* cell;
  foreach (cell, grant->objects) touch(command, {class_id, lfirst_oid(cell)});
}

void touch_altered_table(Command* command, const CollectedCommand* collected) {
  touch(command, {collected->d.alterTable.classId, collected->d.alterTable.objectId});
  ListCell* cell;
  foreach (cell, collected->d.alterTable.subcmds)
    touch_address(command, static_cast<CollectedATSubcmd*>(lfirst(cell))->address);
}

void touch_collected(Command* command, const CollectedCommand* collected) {
  switch (collected->type) {
    case SCT_Simple:
      touch_address(command, collected->d.simple.address);
      break;
    case SCT_AlterTable:
      touch_altered_table(command, collected);
      break;
    case SCT_Grant:
      touch_granted(command, collected->d.grant.istmt);
      break;
    default:
      break;  // what they change has no image: the row comes from the server's list
  }
}

bool starts_with(const char* text, const char* start) {
  return strncmp(text, start, strlen(start)) == 0;
}

Action action_of_tag(const char* tag) {
  if (starts_with(tag, "COMMENT")) return kComment;
  if (starts_with(tag, "GRANT") || starts_with(tag, "REVOKE")) return kGrant;
  return kAlter;
}

void describe(Change& change, const Command* command, bool is_created) {
  Operations operations = no_operations();
  if (is_created) {
    put_bare(operations, kCreate, "create");
  } else {
    begin_operation(operations, action_of_tag(command->tag), "other");
    put_text(operations, "command", command->tag);
    end_operation(operations);
  }
  change.action = operations.first_action();
  change.details = finish(operations);
}

// An object that no image covers: all that is known is what the server says of it.
Change plain_change(uint64 row, Command* command, ObjectKey key) {
  Change change = {};
  change.key = key;
  change.kind = field(row, 4);
  change.schema = field(row, 5);
  change.identity = field(row, 6);
  const char* name = field(row, 7);
  change.name = name != nullptr ? name : change.identity;
  describe(change, command, touch(command, key)->is_created);
  return change;
}

// The members of an operator family are part of it.
bool is_plain(ObjectKey key) {
  return !has_image(key.class_id) && !is_part(key.class_id) &&
         key.class_id != AccessMethodOperatorRelationId &&
         key.class_id != AccessMethodProcedureRelationId;
}

bool contains(const Changes& changes, ObjectKey key) {
  return std::any_of(changes.begin(), changes.end(), [&](const Change& c) { return c.key == key; });
}

void collect_command(uint64 row, Command* command, Changes& plain) {
  bool is_null;
  Datum collected = datum_field(row, 8, &is_null);
  if (!is_null)
    touch_collected(command, reinterpret_cast<CollectedCommand*>(DatumGetPointer(collected)));
  ObjectKey key = {oid_field(row, 1), oid_field(row, 2)};
  const char* identity = field(row, 6);
  if (!OidIsValid(key.class_id) || identity == nullptr || !is_plain(key)) return;
  if (is_excluded(field(row, 9)) || contains(plain, key)) return;
  plain.push(plain_change(row, command, key));
}

const char* keep(const char* text) { return text == nullptr ? nullptr : pstrdup(text); }

Dropped read_drop(uint64 row) {
  Dropped drop = {};
  drop.key = {oid_field(row, 1), oid_field(row, 2)};
  bool is_null;
  drop.sub_id = DatumGetInt32(datum_field(row, 3, &is_null));
  drop.type = keep(field(row, 4));
  drop.schema = keep(field(row, 5));
  drop.name = keep(field(row, 6));
  drop.identity = keep(field(row, 7));
  return drop;
}

Change plain_drop(const Dropped& drop) {
  Operations operations = no_operations();
  put_bare(operations, kDrop, "drop");
  Change change = {};
  change.key = drop.key;
  change.action = kDrop;
  change.kind = drop.type;
  change.schema = drop.schema;
  change.name = drop.name != nullptr ? drop.name : drop.identity;
  change.identity = drop.identity;
  change.details = finish(operations);
  return change;
}

// A composite type is altered as the relation that holds its attributes.
void add_key(Vec<ObjectKey>& keys, ObjectKey key) {
  keys.push(key);
  bool is_composite = key.class_id == RelationRelationId &&
                      get_rel_relkind(key.object_id) == RELKIND_COMPOSITE_TYPE;
  if (is_composite) keys.push({TypeRelationId, get_rel_type_id(key.object_id)});
}

void sort_unique(Vec<ObjectKey>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.size = std::unique(keys.begin(), keys.end()) - keys.begin();
}

bool in_extension(const Command* command, const Change& change) {
  if (creating_extension || change.action != kDrop) return creating_extension;
  auto* entry = static_cast<Touch*>(hash_search(command->touched, &change.key, HASH_FIND, nullptr));
  return entry != nullptr && entry->in_extension;
}

const char* identity_of_drop(const Command* command, ObjectKey key) {
  for (const Dropped& drop : command->dropped)
    if (drop.key == key && drop.sub_id == 0) return drop.identity;
  return nullptr;
}

const char* routine_identity(const Change& change) {
  ObjectAddress address = {change.key.class_id, change.key.object_id, 0};
  return getObjectIdentity(&address, true);
}

const char* better_identity(const Command* command, const Change& change) {
  if (change.action == kDrop) return identity_of_drop(command, change.key);
  // Of routines and triggers schema and name are not enough.
  bool needs_more =
      change.key.class_id == ProcedureRelationId || change.key.class_id == TriggerRelationId;
  return needs_more ? routine_identity(change) : nullptr;
}

}  // namespace

Changes collect_commands(Command* command) {
  Changes plain = {};
  run_event_query(commands_query);
  for (uint64 row = 0; row < SPI_processed; row++) collect_command(row, command, plain);
  return plain;
}

void collect_drops(Command* command) {
  run_event_query(drops_query);
  MemoryContext old = MemoryContextSwitchTo(command->context);
  for (uint64 row = 0; row < SPI_processed; row++) {
    Dropped drop = read_drop(row);
    command->dropped.push(drop);
    touch(command, drop.key);
  }
  MemoryContextSwitchTo(old);
}

void add_plain_drops(const Command* command, Changes& changes) {
  for (const Dropped& drop : command->dropped)
    if (is_plain(drop.key) && drop.sub_id == 0 && !is_excluded(drop.schema))
      changes.push(plain_drop(drop));
}

Vec<ObjectKey> dirty_keys(const Command* command, Snapshot before, Snapshot after) {
  Vec<ObjectKey> keys = {};
  Vec<ObjectKey> parts = {};
  HASH_SEQ_STATUS scan;
  hash_seq_init(&scan, command->touched);
  while (auto* entry = static_cast<Touch*>(hash_seq_search(&scan))) {
    if (is_part(entry->key.class_id)) parts.push(entry->key);
    if (has_image(entry->key.class_id)) add_key(keys, entry->key);
  }
  add_owners(parts, before, keys);
  add_owners(parts, after, keys);
  sort_unique(keys);
  return keys;
}

void complete(Changes& changes, const Command* command) {
  for (Change& change : changes) {
    change.in_extension = in_extension(command, change);
    const char* identity = better_identity(command, change);
    if (identity != nullptr) change.identity = identity;
  }
  // Dependents go before what they depend on, and come after it.
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    bool a_drops = a.action == kDrop, b_drops = b.action == kDrop;
    if (a_drops != b_drops) return a_drops;
    return a_drops ? a.key.object_id > b.key.object_id : a.key.object_id < b.key.object_id;
  });
}

}  // namespace ddltrail
