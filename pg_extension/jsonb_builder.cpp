#include "jsonb_builder.h"

#include <algorithm>

namespace ddltrail {

namespace {

using Item = JsonbBuilder::Item;

bool goes_before(const Item& a, const Item& b) {
  if (a.key_length != b.key_length) return a.key_length < b.key_length;
  return memcmp(a.key, b.key, a.key_length) < 0;
}

void sort_by_key(Vec<Item>& items) {
  if (!std::is_sorted(items.begin(), items.end(), goes_before))
    std::sort(items.begin(), items.end(), goes_before);
}

// Where numbers and containers begin.
bool is_aligned(uint32 type) { return type == JENTRY_ISNUMERIC || type == JENTRY_ISCONTAINER; }

// An upper bound of a container with its header: see jsonb.h.
size_t size_of(const Vec<Item>& items) {
  size_t size = sizeof(uint32);
  for (const Item& item : items)
    size += 2 * sizeof(JEntry) + item.key_length + ALIGNOF_INT + item.length;
  return size;
}

// A container as it grows: its entries, then what they are of, one after the other.
struct Layout {
  char* start;
  char* end;
  JEntry* next;
  int count;
  size_t total;

  Layout(char* at, uint32 header, int entries)
      : start(at),
        end(at + sizeof(uint32) + entries * sizeof(JEntry)),
        next(reinterpret_cast<JEntry*>(at + sizeof(uint32))),
        count(0),
        total(0) {
    memcpy(at, &header, sizeof header);
  }

  // Most entries have a length; some have where they end, for readers in the middle.
  void put_entry(uint32 type, size_t length) {
    total += length;
    if (total > JENTRY_OFFLENMASK)
      ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                      errmsg("a definition is too large to log")));
    bool has_offset = count++ % JB_OFFSET_STRIDE == 0;
    *next++ = type | (has_offset ? JENTRY_HAS_OFF | total : length);
  }

  void put(uint32 type, const char* data, int length) {
    char* begin = end;
    if (is_aligned(type))
      while ((end - start) % ALIGNOF_INT != 0) *end++ = '\0';
    if (length > 0) memcpy(end, data, length);
    end += length;
    put_entry(type, end - begin);
  }
};

// Keys stand before all values.
Layout lay_out(char* at, const Vec<Item>& items, bool is_object) {
  uint32 kind = is_object ? JB_FOBJECT : JB_FARRAY;
  Layout layout(at, kind | items.size, is_object ? 2 * items.size : items.size);
  if (is_object)
    for (const Item& item : items) layout.put(JENTRY_ISSTRING, item.key, item.key_length);
  for (const Item& item : items) layout.put(item.type, item.data, item.length);
  return layout;
}

}  // namespace

void JsonbBuilder::begin(bool is_object) {
  auto* level = static_cast<Level*>(palloc0(sizeof(Level)));
  level->outer = innermost;
  level->is_object = is_object;
  innermost = level;
}

void JsonbBuilder::end() {
  Level* ended = innermost;
  if (ended->is_object) sort_by_key(ended->items);
  // With room for the header of a value of its own: nobody knows better until the last one ends.
  auto* value = static_cast<char*>(palloc(VARHDRSZ + size_of(ended->items)));
  Layout layout = lay_out(value + VARHDRSZ, ended->items, ended->is_object);
  innermost = ended->outer;
  if (innermost != nullptr) {
    push(JENTRY_ISCONTAINER, layout.start, static_cast<int>(layout.end - layout.start));
  } else {
    SET_VARSIZE(value, layout.end - value);
    result = value;
  }
}

void JsonbBuilder::push(uint32 type, const char* data, int length) {
  Item item = {nullptr, 0, type, data, length};
  if (innermost->is_object) {
    item.key = innermost->key;
    item.key_length = static_cast<int>(strlen(item.key));
  }
  innermost->items.push(item);
}

}  // namespace ddltrail
