// Builds a jsonb value from its first token to its last, in the form that is stored: what we write
// has few keys, known beforehand, and the server's own way by a tree of values costs three times as
// much. It borrows the texts until `finish`; all memory is of the current context. Keys may come in
// any order, once each; the order that jsonb keeps (shorter ones first, then by bytes) spares the
// sorting.
#pragma once

#include "vec.h"

namespace ddltrail {

struct JsonbBuilder {
  /// A value in its place: an element, or what stands behind a key.
  struct Item {
    const char* key;  // null in an array
    int key_length;
    uint32 type;  // as a JEntry has it
    const char* data;
    int length;
  };
  /// An array or an object that has begun.
  struct Level {
    Level* outer;
    bool is_object;
    const char* key;  // of what comes next
    Vec<Item> items;
  };

  Level* innermost;
  char* result;  // once all has ended

  void begin_object() { begin(true); }
  void begin_array() { begin(false); }
  void end_object() { end(); }
  void end_array() { end(); }

  void key(const char* name) { innermost->key = name; }
  /// Null for null.
  void text(const char* text) {
    if (text == nullptr) {
      push(JENTRY_ISNULL, nullptr, 0);
    } else {
      push(JENTRY_ISSTRING, text, static_cast<int>(strlen(text)));
    }
  }
  void boolean(bool boolean) {
    push(boolean ? JENTRY_ISBOOL_TRUE : JENTRY_ISBOOL_FALSE, nullptr, 0);
  }
  void number(int64 number) {
    Numeric numeric = int64_to_numeric(number);
    push(JENTRY_ISNUMERIC, reinterpret_cast<char*>(numeric), VARSIZE_ANY(numeric));
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

  Datum finish() const { return PointerGetDatum(result); }

 private:
  void begin(bool is_object);
  void end();
  void push(uint32 type, const char* data, int length);
};

}  // namespace ddltrail
