#include "operations.h"

namespace ddltrail {

namespace {

void put_key(Operations& operations, const char* key) {
  appendStringInfoString(&operations.json, ", ");
  escape_json(&operations.json, key);
  appendStringInfoString(&operations.json, ": ");
}

}  // namespace

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
  initStringInfo(&operations.json);
  appendStringInfoChar(&operations.json, '[');
  return operations;
}

void begin_operation(Operations& operations, Action action, const char* op) {
  if (!operations.is_empty()) appendStringInfoString(&operations.json, ", ");
  operations.did[action] = true;
  appendStringInfoString(&operations.json, "{\"op\": ");
  escape_json(&operations.json, op);
}

void put_text(Operations& operations, const char* key, const char* text) {
  put_key(operations, key);
  if (text != nullptr) {
    escape_json(&operations.json, text);
  } else {
    appendStringInfoString(&operations.json, "null");
  }
}

void put_json(Operations& operations, const char* key, const char* json) {
  put_key(operations, key);
  appendStringInfoString(&operations.json, json != nullptr ? json : "null");
}

void end_operation(Operations& operations) { appendStringInfoChar(&operations.json, '}'); }

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

const char* finish(Operations& operations) {
  appendStringInfoChar(&operations.json, ']');
  return operations.json.data;
}

bool same_text(const char* a, const char* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return strcmp(a, b) == 0;
}

}  // namespace ddltrail
