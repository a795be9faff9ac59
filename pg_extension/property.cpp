#include "property.h"

#include "command.h"
#include "identity.h"
#include "object_class.h"
#include "pg/catalog_keys.h"
#include "server_text.h"

namespace ddltrail {

namespace {

enum class Treatment {
  kPlain,       // both values are shown
  kIgnored,     // statistics, what other operations tell, what follows from something else
  kOpaque,      // trees and bodies: that they differ is all that is said
  kHidden,      // may hold a secret: no values are shown
  kExpression,  // a tree that prints as SQL
  kOptions,     // texts, without those that the server sets by itself
  kTarget,      // a number, or none: before 17 that is -1
};

struct Rule {
  Oid catalog;
  const char* column;
  Treatment treatment;
};

// Columns that are not listed are plain: those that later servers add among them.
constexpr Rule kRules[] = {
    {RelationRelationId, "relkind", Treatment::kIgnored},
    {RelationRelationId, "reltype", Treatment::kIgnored},
    {RelationRelationId, "relfilenode", Treatment::kIgnored},
    {RelationRelationId, "relpages", Treatment::kIgnored},
    {RelationRelationId, "reltuples", Treatment::kIgnored},
    {RelationRelationId, "relallvisible", Treatment::kIgnored},
    {RelationRelationId, "relallfrozen", Treatment::kIgnored},
    {RelationRelationId, "reltoastrelid", Treatment::kIgnored},
    {RelationRelationId, "relhasindex", Treatment::kIgnored},
    {RelationRelationId, "relnatts", Treatment::kIgnored},
    {RelationRelationId, "relchecks", Treatment::kIgnored},
    {RelationRelationId, "relhasrules", Treatment::kIgnored},
    {RelationRelationId, "relhastriggers", Treatment::kIgnored},
    {RelationRelationId, "relhassubclass", Treatment::kIgnored},
    {RelationRelationId, "relispartition", Treatment::kIgnored},
    {RelationRelationId, "relrewrite", Treatment::kIgnored},
    {RelationRelationId, "relfrozenxid", Treatment::kIgnored},
    {RelationRelationId, "relminmxid", Treatment::kIgnored},
    {RelationRelationId, "relpartbound", Treatment::kExpression},
    {AttributeRelationId, "attname", Treatment::kIgnored},
    {AttributeRelationId, "atttypid", Treatment::kIgnored},
    {AttributeRelationId, "atttypmod", Treatment::kIgnored},
    {AttributeRelationId, "attlen", Treatment::kIgnored},
    {AttributeRelationId, "attndims", Treatment::kIgnored},
    {AttributeRelationId, "attcacheoff", Treatment::kIgnored},
    {AttributeRelationId, "attbyval", Treatment::kIgnored},
    {AttributeRelationId, "attalign", Treatment::kIgnored},
    {AttributeRelationId, "attnotnull", Treatment::kIgnored},
    {AttributeRelationId, "atthasdef", Treatment::kIgnored},
    {AttributeRelationId, "atthasmissing", Treatment::kIgnored},
    {AttributeRelationId, "attmissingval", Treatment::kIgnored},
    {AttributeRelationId, "attidentity", Treatment::kIgnored},
    {AttributeRelationId, "attgenerated", Treatment::kIgnored},
    {AttributeRelationId, "attislocal", Treatment::kIgnored},
    {AttributeRelationId, "attinhcount", Treatment::kIgnored},
    {AttributeRelationId, "attacl", Treatment::kIgnored},
    {AttributeRelationId, "attstattarget", Treatment::kTarget},
    {AttributeRelationId, "attoptions", Treatment::kOptions},
    {AttributeRelationId, "attfdwoptions", Treatment::kHidden},
    {TypeRelationId, "typarray", Treatment::kIgnored},
    {TypeRelationId, "typdefaultbin", Treatment::kIgnored},
    {ProcedureRelationId, "prosrc", Treatment::kOpaque},
    {ProcedureRelationId, "probin", Treatment::kOpaque},
    {ProcedureRelationId, "proargdefaults", Treatment::kOpaque},
    {ProcedureRelationId, "prosqlbody", Treatment::kOpaque},
    {IndexRelationId, "indisready", Treatment::kIgnored},
    {IndexRelationId, "indislive", Treatment::kIgnored},
    {IndexRelationId, "indcheckxmin", Treatment::kIgnored},
    {IndexRelationId, "indexprs", Treatment::kOpaque},
    {IndexRelationId, "indpred", Treatment::kOpaque},
    {RewriteRelationId, "ev_action", Treatment::kOpaque},
    {RewriteRelationId, "ev_qual", Treatment::kOpaque},
    {TriggerRelationId, "tgparentid", Treatment::kIgnored},
    {TriggerRelationId, "tgconstrrelid", Treatment::kIgnored},
    {TriggerRelationId, "tgconstrindid", Treatment::kIgnored},
    {TriggerRelationId, "tgconstraint", Treatment::kIgnored},
    {TriggerRelationId, "tgqual", Treatment::kOpaque},
    {TriggerRelationId, "tgargs", Treatment::kOpaque},
    {TriggerRelationId, "tgattr", Treatment::kOpaque},
    {PolicyRelationId, "polqual", Treatment::kExpression},
    {PolicyRelationId, "polwithcheck", Treatment::kExpression},
    {PublicationRelRelationId, "prqual", Treatment::kExpression},
    {PartitionedRelationId, "partexprs", Treatment::kOpaque},
    {PartitionedRelationId, "partdefid", Treatment::kIgnored},
    {InheritsRelationId, "inhseqno", Treatment::kIgnored},
    {StatisticExtRelationId, "stxstattarget", Treatment::kTarget},
    {StatisticExtRelationId, "stxexprs", Treatment::kOpaque},
    {ExtensionRelationId, "extconfig", Treatment::kOpaque},
    {ExtensionRelationId, "extcondition", Treatment::kOpaque},
    {DatabaseRelationId, "datfrozenxid", Treatment::kIgnored},
    {DatabaseRelationId, "datminmxid", Treatment::kIgnored},
    {DatabaseRelationId, "dathasloginevt", Treatment::kIgnored},
    {AuthIdRelationId, "rolpassword", Treatment::kHidden},
    {DbRoleSettingRelationId, "setconfig", Treatment::kHidden},
    {UserMappingRelationId, "umoptions", Treatment::kHidden},
    {ForeignServerRelationId, "srvoptions", Treatment::kHidden},
    {ForeignDataWrapperRelationId, "fdwoptions", Treatment::kHidden},
    {ForeignTableRelationId, "ftoptions", Treatment::kHidden},
    {SubscriptionRelationId, "subconninfo", Treatment::kHidden},
};

const char* column_name(const Row& row, AttrNumber column) {
  return NameStr(TupleDescAttr(row.shape, column - 1)->attname);
}

Treatment treatment_of(const Row& row, AttrNumber column) {
  for (const Rule& rule : kRules)
    if (rule.catalog == row.catalog && strcmp(rule.column, column_name(row, column)) == 0)
      return rule.treatment;
  return Treatment::kPlain;
}

// Operations of their own tell of these, and an OID is nothing that anybody sets.
bool is_common(const Row& row, AttrNumber column) {
  if (strcmp(column_name(row, column), "oid") == 0) return true;
  for (const ObjectClass& c : object_classes())
    if (c.place.catalog == row.catalog)
      return column == c.name || column == c.schema || column == c.owner || column == c.acl;
  return false;
}

// Trees hold the place of their text in the statement, which is no part of what they say.
const char* without_locations(const char* tree) {
  static const char* const kPlaces[] = {":location ", ":stmt_location ", ":stmt_len "};
  StringInfoData out;
  initStringInfo(&out);
  while (*tree != '\0') {
    for (const char* place : kPlaces) {
      if (strncmp(tree, place, strlen(place)) != 0) continue;
      tree += strlen(place);
      tree += strspn(tree, "-0123456789");
    }
    const char* next = strchr(tree + (*tree != '\0'), ':');
    int length = next == nullptr ? strlen(tree) : next - tree;
    appendBinaryStringInfo(&out, tree, length);
    tree += length;
  }
  return out.data;
}

bool same_tree(Datum before, Datum after) {
  return strcmp(without_locations(TextDatumGetCString(before)),
                without_locations(TextDatumGetCString(after))) == 0;
}

const SysFKRelationship* find_reference(const Row& row, AttrNumber column) {
  const char* name = psprintf("{%s}", column_name(row, column));
  for (const SysFKRelationship& reference : sys_fk_relationships)
    if (reference.fk_table == row.catalog && strcmp(reference.fk_columns, name) == 0)
      return &reference;
  return nullptr;
}

const char* reference_text(Oid class_id, Oid object_id) {
  if (!OidIsValid(object_id)) return nullptr;
  const char* identity = identity_of({class_id, object_id});
  return identity != nullptr ? identity : psprintf("%u", object_id);
}

const char* references_text(Oid class_id, Datum array) {
  ArrayType* oids = DatumGetArrayTypeP(array);
  Datum* items;
  int count;
  deconstruct_array(oids, ARR_ELEMTYPE(oids), sizeof(Oid), true, TYPALIGN_INT, &items, nullptr,
                    &count);
  StringInfoData out;
  initStringInfo(&out);
  for (int i = 0; i < count; i++) {
    const char* text = reference_text(class_id, DatumGetObjectId(items[i]));
    // Among roles, none stands for all.
    if (text == nullptr) text = class_id == AuthIdRelationId ? "public" : "-";
    appendStringInfo(&out, "%s%s", i == 0 ? "" : ", ", text);
  }
  return out.data;
}

// The table that the columns of an expression are of.
Oid relation_of(const Row& row) {
  switch (row.catalog) {
    case RelationRelationId:
      return row.as<FormData_pg_class>()->oid;
    case PolicyRelationId:
      return row.as<FormData_pg_policy>()->polrelid;
    default:
      return row.as<FormData_pg_publication_rel>()->prrelid;
  }
}

const char* value_text(const Row& row, AttrNumber column, Datum value) {
  Oid type = TupleDescAttr(row.shape, column - 1)->atttypid;
  if (type == BOOLOID) return DatumGetBool(value) ? "true" : "false";
  Oid output;
  bool is_varlena;
  getTypeOutputInfo(type, &output, &is_varlena);
  return OidOutputFunctionCall(output, value);
}

// The option pg_attver is the server's own count of the rewrites of a table.
const char* options_text(Datum array) {
  Datum* items;
  int count;
  deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &items, nullptr,
                    &count);
  StringInfoData out;
  initStringInfo(&out);
  for (int i = 0; i < count; i++) {
    const char* option = TextDatumGetCString(items[i]);
    if (strncmp(option, "pg_attver=", strlen("pg_attver=")) == 0) continue;
    appendStringInfo(&out, "%s%s", out.len == 0 ? "" : ", ", option);
  }
  return out.len == 0 ? nullptr : out.data;
}

bool same_options(const Row& before, const Row& after, AttrNumber column) {
  return same_text(property_text(before, column), property_text(after, column));
}

void put_property(const Row& before, const Row& after, AttrNumber column, PropertyOwner owner,
                  Treatment treatment, Operations& operations) {
  bool is_hidden = treatment == Treatment::kHidden;
  begin_operation(operations, kAlter, is_hidden ? "alter_secret" : "alter_property");
  if (owner.key != nullptr) put_text(operations, owner.key, owner.name);
  put_text(operations, "property", column_name(after, column));
  if (!is_hidden) {
    put_text(operations, "from", property_text(before, column));
    put_text(operations, "to", property_text(after, column));
  }
  end_operation(operations);
}

void put_acl(Operations& operations, const char* key, const Row& row, AttrNumber column) {
  bool is_null;
  Datum value = row.get(column, &is_null);
  Vec<const char*> items = {};
  Acl* acl = is_null ? nullptr : DatumGetAclP(value);
  for (int i = 0; acl != nullptr && i < ACL_NUM(acl); i++) {
    Datum item = DirectFunctionCall1(aclitemout, PointerGetDatum(&ACL_DAT(acl)[i]));
    items.push(DatumGetCString(item));
  }
  put_texts(operations, key, is_null ? nullptr : &items);
}

bool same_datum(const FormData_pg_attribute& column, Datum before, Datum after) {
  if (column.attbyval) return before == after;
  return datum_image_eq(before, after, false, column.attlen) ||
         (column.atttypid == PG_NODE_TREEOID && same_tree(before, after));
}

// All values of a row at once.
struct Values {
  Datum* values;
  bool* are_null;
};

Values values_of(const Row& row) {
  int count = row.shape->natts;
  Values all = {static_cast<Datum*>(palloc(sizeof(Datum) * count)),
                static_cast<bool*>(palloc(sizeof(bool) * count))};
  heap_deform_tuple(row.tuple, row.shape, all.values, all.are_null);
  return all;
}

bool same_value(const Row& row, const Values& before, const Values& after, int place) {
  if (before.are_null[place] || after.are_null[place])
    return before.are_null[place] == after.are_null[place];
  return same_datum(*TupleDescAttr(row.shape, place), before.values[place], after.values[place]);
}

}  // namespace

bool same_value(const Row& before, const Row& after, AttrNumber column) {
  if (is_same_version(before, after)) return true;
  bool was_null, is_null;
  Datum old = before.get(column, &was_null);
  Datum now = after.get(column, &is_null);
  if (was_null || is_null) return was_null == is_null;
  return same_datum(*TupleDescAttr(after.shape, column - 1), old, now);
}

const char* property_text(const Row& row, AttrNumber column) {
  bool is_null;
  Datum value = row.get(column, &is_null);
  if (is_null) return nullptr;
  Treatment treatment = treatment_of(row, column);
  if (treatment == Treatment::kExpression) return expression_text(value, relation_of(row));
  if (treatment == Treatment::kOptions) return options_text(value);
  if (treatment == Treatment::kTarget && DatumGetInt32(value) == -1) return nullptr;
  const SysFKRelationship* reference = find_reference(row, column);
  if (reference == nullptr) return value_text(row, column, value);
  return reference->is_array ? references_text(reference->pk_table, value)
                             : reference_text(reference->pk_table, DatumGetObjectId(value));
}

void put_acl_change(Operations& operations, const Row& before, const Row& after,
                    AttrNumber column) {
  put_acl(operations, "from", before, column);
  put_acl(operations, "to", after, column);
}

bool diff_properties(const Row& before, const Row& after, PropertyOwner owner,
                     Operations& operations) {
  if (is_same_version(before, after)) return false;
  bool is_opaque = false;
  Values old = values_of(before), now = values_of(after);
  for (AttrNumber column = 1; column <= after.shape->natts; column++) {
    if (same_value(after, old, now, column - 1) || is_common(after, column)) continue;
    Treatment treatment = treatment_of(after, column);
    if (treatment == Treatment::kOpaque) is_opaque = true;
    if (treatment == Treatment::kOpaque || treatment == Treatment::kIgnored) continue;
    if (treatment == Treatment::kOptions && same_options(before, after, column)) continue;
    put_property(before, after, column, owner, treatment, operations);
  }
  return is_opaque;
}

}  // namespace ddltrail
