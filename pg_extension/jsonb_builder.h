// Builds a jsonb value from its first token to its last. It borrows the texts until `finish`; all
// memory is of the current context. Keys may come in any order, once each; in the order that jsonb
// keeps them in (shorter ones first, then by bytes) the server is spared the sorting.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

struct JsonbBuilder {
  JsonbParseState* state;
  JsonbValue* result;

  void begin_object() { result = pushJsonbValue(&state, WJB_BEGIN_OBJECT, nullptr); }
  void end_object() { result = pushJsonbValue(&state, WJB_END_OBJECT, nullptr); }
  void begin_array() { result = pushJsonbValue(&state, WJB_BEGIN_ARRAY, nullptr); }
  void end_array() { result = pushJsonbValue(&state, WJB_END_ARRAY, nullptr); }

  void key(const char* name) {
    JsonbValue value = string_value(name);
    result = pushJsonbValue(&state, WJB_KEY, &value);
  }
  /// Null for null.
  void text(const char* text) {
    JsonbValue value;
    value.type = jbvNull;
    if (text != nullptr) value = string_value(text);
    push(value);
  }
  void boolean(bool boolean) {
    JsonbValue value;
    value.type = jbvBool;
    value.val.boolean = boolean;
    push(value);
  }
  void number(int64 number) {
    JsonbValue value;
    value.type = jbvNumeric;
    value.val.numeric = int64_to_numeric(number);
    push(value);
  }

  void text(const char* name, const char* value) {
    key(name);
    text(value);
  }
  void boolean(const char* name, bool value) {
    key(name);
    boolean(value);
  }
  void number(const char* name, int64 value) {
    key(name);
    number(value);
  }
  void begin_array(const char* name) {
    key(name);
    begin_array();
  }

  Datum finish() const { return JsonbPGetDatum(JsonbValueToJsonb(result)); }

 private:
  static JsonbValue string_value(const char* text) {
    JsonbValue value;
    value.type = jbvString;
    value.val.string.val = const_cast<char*>(text);
    value.val.string.len = static_cast<int>(strlen(text));
    return value;
  }
  void push(JsonbValue& value) {
    bool in_array = state->contVal.type == jbvArray;
    result = pushJsonbValue(&state, in_array ? WJB_ELEM : WJB_VALUE, &value);
  }
};

}  // namespace ddltrail
