#include "diff_labels.h"

#include "parts.h"

namespace ddltrail {

namespace {

// Where the label stands: before the first, or after the one that precedes it.
void add_label(Operations& operations, const Parts& labels, int place) {
  begin_operation(operations, kAlter, "add_enum_value");
  put_text(operations, "value", labels.items[place].name());
  if (place > 0) {
    put_text(operations, "after", labels.items[place - 1].name());
  } else if (labels.size > 1) {
    put_text(operations, "before", labels.items[1].name());
  }
  end_operation(operations);
}

}  // namespace

void diff_labels(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  const Parts& old_labels = parts_of(before, Sort::kLabel);
  const Parts& new_labels = parts_of(after, Sort::kLabel);
  for (int i = 0; i < new_labels.size; i++) {
    const Part* old = find_part(old_labels, new_labels.items[i]);
    if (old == nullptr) {
      add_label(operations, new_labels, i);
    } else if (strcmp(old->name(), new_labels.items[i].name()) != 0) {
      put_change(operations, kAlter, "rename_enum_value", old->name(), new_labels.items[i].name());
    }
  }
}

}  // namespace ddltrail
