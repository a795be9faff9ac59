#include "diff_labels.h"

#include "parts.h"

namespace ddltrail {

namespace {

// Where the label stands: before the first, or after the one that precedes it.
void add_label(Operations& operations, const Fact* label, Parts labels) {
  begin_operation(operations, kAlter, "add_enum_value");
  put_text(operations, "value", label->name);
  if (label != labels.first) {
    put_text(operations, "after", label[-1].name);
  } else if (label + 1 != labels.last) {
    put_text(operations, "before", label[1].name);
  }
  end_operation(operations);
}

}  // namespace

void diff_labels(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  Parts old_labels = parts_of(before, Fact::kLabel);
  Parts new_labels = parts_of(after, Fact::kLabel);
  for (const Fact& label : new_labels) {
    const Fact* old = old_labels.find(label.sub_id);
    if (old == nullptr) {
      add_label(operations, &label, new_labels);
    } else if (strcmp(old->name, label.name) != 0) {
      put_change(operations, kAlter, "rename_enum_value", old->name, label.name);
    }
  }
}

}  // namespace ddltrail
