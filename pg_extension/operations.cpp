#include "operations.h"

namespace ddltrail {

const char* action_name(Action action) {
  static const char* const names[] = {"create", "drop",    "rename", "set_schema",
                                      "alter",  "comment", "grant"};
  return names[action];
}

Action Operations::first_action() const {
  int action = kCreate;
  while (!did[action]) action++;
  return static_cast<Action>(action);
}

Operations no_operations() {
  Operations operations = {};
  operations.json.begin_array();
  return operations;
}

void begin_operation(Operations& operations, Action action, const char* op) {
  operations.size++;
  operations.did[action] = true;
  operations.json.begin_object();
  operations.json.text("op", op);
}

void put_text(Operations& operations, const char* key, const char* text) {
  operations.json.text(key, text);
}

void put_texts(Operations& operations, const char* key, const Vec<const char*>* texts) {
  if (texts == nullptr) {
    operations.json.text(key, nullptr);
    return;
  }
  operations.json.begin_array(key);
  for (const char* text : *texts) operations.json.text(text);
  operations.json.end_array();
}

void end_operation(Operations& operations) { operations.json.end_object(); }

void put_change(Operations& operations, Action action, const char* op, const char* from,
                const char* to) {
  begin_operation(operations, action, op);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

void put_comment(Operations& operations, const char* key, const char* name, const char* from,
                 const char* to) {
  if (same_text(from, to)) return;
  begin_operation(operations, kComment, "comment");
  put_text(operations, key, name);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

void put_property(Operations& operations, const char* property, const char* from, const char* to) {
  begin_operation(operations, kAlter, "alter_property");
  put_text(operations, "property", property);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

void put_bare(Operations& operations, Action action, const char* op) {
  begin_operation(operations, action, op);
  end_operation(operations);
}

Datum finish(Operations& operations) {
  operations.json.end_array();
  return operations.json.finish();
}

Datum bare_operation(Action action, const char* op) {
  static Datum known[kActionCount];
  if (known[action] != 0) return known[action];
  MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);
  Operations operations = no_operations();
  put_bare(operations, action, op);
  known[action] = finish(operations);
  MemoryContextSwitchTo(old);
  return known[action];
}

bool same_text(const char* a, const char* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return strcmp(a, b) == 0;
}

}  // namespace ddltrail
