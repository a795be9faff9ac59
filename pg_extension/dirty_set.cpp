#include "dirty_set.h"

#include <algorithm>

#include "event_rows.h"
#include "image.h"

namespace ddltrail {

namespace {

// Columns of the server's functions that we read.
enum CommandColumn { kCommandClass = 1, kCommandObject = 2, kCommandItself = 9 };
enum DropColumn {
  kDropClass = 1,
  kDropObject = 2,
  kDropSubId = 3,
  kDropIsTemporary = 6,
  kDropIdentity = 10
};

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
    case OBJECT_LANGUAGE:
      return LanguageRelationId;
    case OBJECT_FDW:
      return ForeignDataWrapperRelationId;
    case OBJECT_FOREIGN_SERVER:
      return ForeignServerRelationId;
    case OBJECT_LARGEOBJECT:
      return LargeObjectRelationId;
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
      touch_address(command, collected->d.simple.secondaryObject);
      break;
    case SCT_AlterTable:
      touch_altered_table(command, collected);
      break;
    case SCT_Grant:
      touch_granted(command, collected->d.grant.istmt);
      break;
    case SCT_AlterOpFamily:
      touch_address(command, collected->d.opfam.address);
      break;
    case SCT_CreateOpClass:
      touch_address(command, collected->d.createopc.address);
      break;
    case SCT_AlterTSConfig:
      touch_address(command, collected->d.atscfg.address);
      break;
    case SCT_AlterDefaultPrivileges:
      break;  // the hooks name what it changes
  }
}

Oid oid_of(TupleTableSlot* row, int column) {
  bool is_null;
  Datum value = slot_getattr(row, column, &is_null);
  return is_null ? InvalidOid : DatumGetObjectId(value);
}

void collect_command(Command* command, TupleTableSlot* row) {
  bool is_null;
  Datum collected = slot_getattr(row, kCommandItself, &is_null);
  if (!is_null)
    touch_collected(command, reinterpret_cast<CollectedCommand*>(DatumGetPointer(collected)));
  ObjectKey key = {oid_of(row, kCommandClass), oid_of(row, kCommandObject)};
  if (OidIsValid(key.object_id)) touch(command, key);
}

void collect_drop(Command* command, TupleTableSlot* row) {
  bool is_null;
  if (DatumGetBool(slot_getattr(row, kDropIsTemporary, &is_null))) return;
  ObjectKey key = {oid_of(row, kDropClass), oid_of(row, kDropObject)};
  if (DatumGetInt32(slot_getattr(row, kDropSubId, &is_null)) != 0) return;
  Datum identity = slot_getattr(row, kDropIdentity, &is_null);
  command->dropped.push({key, is_null ? "" : TextDatumGetCString(identity)});
}

bool is_part(Oid class_id) {
  auto all = belongings();
  return std::any_of(all.begin(), all.end(),
                     [&](const Belonging& b) { return b.class_id == class_id; });
}

// CREATE OR REPLACE of routines, triggers and the like says "created" of old ones too.
bool is_new(const Touch* touch) {
  Oid class_id = touch->key.class_id;
  return is_created(touch) && (class_id == RelationRelationId || class_id == TypeRelationId);
}

// The types of tables come with them.
bool is_by_product(const Command* command, const Touch* touch) {
  return touch->key.class_id == TypeRelationId && !command->traits.makes_types;
}

// DROP INDEX CONCURRENTLY announces what goes in a later transaction.
bool is_gone(const Command* command, const Touch* touch) {
  return touch->is_dropped && !command->traits.spans_transactions;
}

void add_object(const Command* command, const Touch* touch, DirtySet& dirty) {
  if (!is_new(touch)) dirty.before.push(touch->key);
  if (!is_gone(command, touch)) dirty.after.push(touch->key);
}

void add_owners(const Touch* touch, Snapshot snapshot, DirtySet& dirty) {
  for (ObjectKey owner : owners_of(touch->key, snapshot)) {
    dirty.before.push(owner);
    dirty.after.push(owner);
    dirty.parts.push({owner, touch->key.class_id});
  }
}

void sort_unique(Vec<ObjectKey>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.size = std::unique(keys.begin(), keys.end()) - keys.begin();
}

// The owners of parts may have been created by the command themselves.
void take_out_new(const Command* command, Vec<ObjectKey>& keys) {
  auto is_created_here = [&](ObjectKey key) {
    const Touch* entry = find_touch(command, key);
    return entry != nullptr && is_new(entry);
  };
  keys.size = std::remove_if(keys.begin(), keys.end(), is_created_here) - keys.begin();
}

}  // namespace

void collect_commands(Command* command) {
  for_each_row(F_PG_EVENT_TRIGGER_DDL_COMMANDS,
               [&](TupleTableSlot* row) { collect_command(command, row); });
}

void collect_drops(Command* command) {
  MemoryContext old = MemoryContextSwitchTo(command->context);
  for_each_row(F_PG_EVENT_TRIGGER_DROPPED_OBJECTS,
               [&](TupleTableSlot* row) { collect_drop(command, row); });
  MemoryContextSwitchTo(old);
  std::sort(command->dropped.begin(), command->dropped.end(),
            [](const Dropped& a, const Dropped& b) { return a.key < b.key; });
}

bool DirtySet::touches(ObjectKey owner, Oid class_id) const {
  return std::any_of(parts.begin(), parts.end(), [&](const TouchedPart& part) {
    return part.owner == owner && part.class_id == class_id;
  });
}

bool DirtySet::has_schemas() const {
  return std::any_of(before.begin(), before.end(),
                     [](ObjectKey key) { return key.class_id == NamespaceRelationId; });
}

DirtySet dirty_set(const Command* command, Snapshot before) {
  DirtySet dirty = {};
  for (const Touch& entry : command->touched) {
    if (is_by_product(command, &entry)) continue;
    if (find_class(entry.key.class_id) != nullptr) add_object(command, &entry, dirty);
    if (!is_part(entry.key.class_id)) continue;
    if (!is_created(&entry)) add_owners(&entry, before, dirty);
    if (!is_gone(command, &entry)) add_owners(&entry, kLatest, dirty);
  }
  sort_unique(dirty.before);
  sort_unique(dirty.after);
  take_out_new(command, dirty.before);
  return dirty;
}

}  // namespace ddltrail
