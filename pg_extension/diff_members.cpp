#include "diff_members.h"

#include "parts.h"
#include "property.h"

namespace ddltrail {

namespace {

// What a sort of parts is called, as the end of an operation and as its key.
struct Noun {
  Sort sort;
  const char* word;
};

constexpr Noun kNouns[] = {{Sort::kParent, "parent"},
                           {Sort::kRule, "rule"},
                           {Sort::kTrigger, "trigger"},
                           {Sort::kMember, "member"}};

bool is_query(const Part& part) {
  return part.source->sort == Sort::kRule && strcmp(part.name(), ViewSelectRuleName) == 0;
}

const char* label(const Part& part) {
  const char* text = property_text(part.row, part.source->label);
  switch (part.row.catalog) {
    case TSConfigMapRelationId:
      return psprintf("token type %d: %s", static_cast<int>(part.id), text);
    case DbRoleSettingRelationId:
      return psprintf("settings for %s", text != nullptr ? text : "all");
    default:
      return text != nullptr ? text : "-";
  }
}

void put_member(Operations& operations, const char* verb, const Noun& noun, const Part& part) {
  begin_operation(operations, kAlter, psprintf("%s_%s", verb, noun.word));
  put_text(operations, noun.word, label(part));
  end_operation(operations);
}

// A dictionary of a text search configuration that is replaced keeps the token type.
const Part* find_same(const Parts& parts, const Part& like) {
  for (const Part& part : parts)
    if (part.id == like.id && part.row.catalog == like.row.catalog &&
        same_value(part.row, like.row, like.source->label))
      return &part;
  return nullptr;
}

const Part* find_old(const Parts& parts, const Part& like) {
  return like.source->sort == Sort::kMember ? find_same(parts, like) : find_part(parts, like);
}

void diff_rule_comment(const ObjectImage& before, const ObjectImage& after, const Part& rule,
                       Operations& operations) {
  Oid id = rule.row.as<FormData_pg_rewrite>()->oid;
  const char* from = find_comment(RewriteRelationId, id, 0, before.snapshot);
  const char* to = find_comment(RewriteRelationId, id, 0, after.snapshot);
  put_comment(operations, "rule", rule.name(), from, to);
}

void diff_member(const Part& before, const Part& after, const Noun& noun, Operations& operations) {
  if (diff_properties(before.row, after.row, {noun.word, label(after)}, operations))
    put_member(operations, "alter", noun, after);
}

void diff_sort(const ObjectImage& before, const ObjectImage& after, const Noun& noun,
               const Command* command, Operations& operations) {
  const Parts& old_parts = parts_of(before, noun.sort);
  const Parts& new_parts = parts_of(after, noun.sort);
  for (const Part& old : old_parts)
    if (find_old(new_parts, old) == nullptr) put_member(operations, "drop", noun, old);
  for (const Part& part : new_parts) {
    const Part* old = find_old(old_parts, part);
    if (is_query(part)) continue;
    if (old == nullptr) {
      put_member(operations, "add", noun, part);
      continue;
    }
    if (noun.sort != Sort::kTrigger) diff_member(*old, part, noun, operations);
    if (noun.sort == Sort::kRule && is_comment(command))
      diff_rule_comment(before, after, part, operations);
  }
}

const Part* find_query(const Parts& rules) {
  for (const Part& rule : rules)
    if (is_query(rule)) return &rule;
  return nullptr;
}

Rows security_labels(const ObjectImage& object) {
  return find_rows({SecLabelRelationId, SecLabelObjectIndexId},
                   {{Anum_pg_seclabel_objoid, object.key.object_id},
                    {Anum_pg_seclabel_classoid, object.key.class_id}},
                   object.snapshot);
}

const Row* find_label(const Rows& labels, const Row& like) {
  for (const Row& row : labels)
    if (same_value(row, like, Anum_pg_seclabel_objsubid) &&
        same_value(row, like, Anum_pg_seclabel_provider))
      return &row;
  return nullptr;
}

const char* column_of(const Row& label) {
  int number = label.as<FormData_pg_seclabel>()->objsubid;
  if (number == 0) return nullptr;
  return get_attname(label.as<FormData_pg_seclabel>()->objoid, number, true);
}

void put_label(const Row& any, const Row* before, const Row* after, Operations& operations) {
  begin_operation(operations, kAlter, "security_label");
  if (const char* column = column_of(any)) put_text(operations, "column", column);
  put_text(operations, "provider", property_text(any, Anum_pg_seclabel_provider));
  put_text(operations, "from", before ? property_text(*before, Anum_pg_seclabel_label) : nullptr);
  put_text(operations, "to", after ? property_text(*after, Anum_pg_seclabel_label) : nullptr);
  end_operation(operations);
}

}  // namespace

void diff_query(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  const Parts& old_rules = parts_of(before, Sort::kRule);
  const Parts& new_rules = parts_of(after, Sort::kRule);
  const Part* old = find_query(old_rules);
  const Part* now = find_query(new_rules);
  if (old != nullptr && now != nullptr &&
      !same_value(old->row, now->row, Anum_pg_rewrite_ev_action))
    put_bare(operations, kAlter, "alter_view");
}

void diff_members(const ObjectImage& before, const ObjectImage& after, Sort sort,
                  const Command* command, Operations& operations) {
  for (const Noun& noun : kNouns)
    if (noun.sort == sort) diff_sort(before, after, noun, command, operations);
}

void diff_security_labels(const ObjectImage& before, const ObjectImage& after,
                          const Command* command, Operations& operations) {
  if (strcmp(command->tag, "SECURITY LABEL") != 0) return;
  Rows old_labels = security_labels(before);
  Rows new_labels = security_labels(after);
  for (const Row& old : old_labels)
    if (find_label(new_labels, old) == nullptr) put_label(old, &old, nullptr, operations);
  for (const Row& label : new_labels) {
    const Row* old = find_label(old_labels, label);
    if (old == nullptr || !same_value(*old, label, Anum_pg_seclabel_label))
      put_label(label, old, &label, operations);
  }
}

}  // namespace ddltrail
