#include "schema_object.h"

#include <charconv>

#include "statement.h"

namespace ddltrail {
namespace {

void append(std::string& text, std::string_view part) {
  text.append(std::to_string(part.size())).append(1, ':').append(part);
}

/// Takes one part after the other from the beginning of a text.
class Parts {
 public:
  explicit Parts(std::string_view text) : text_(text) {}

  std::int64_t number(char end) {
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    const auto length = static_cast<std::size_t>(rest - text_.data());
    if (error != std::errc() || length == text_.size() || *rest != end) fail();
    text_.remove_prefix(length + 1);
    return number;
  }

  std::string text() {
    const auto size = static_cast<std::size_t>(number(':'));
    if (size > text_.size()) fail();
    std::string part(text_.substr(0, size));
    text_.remove_prefix(size);
    return part;
  }

  bool at_end() const { return text_.empty(); }

 private:
  [[noreturn]] static void fail() { refuse_state("an object of it ends too early"); }

  std::string_view text_;
};

}  // namespace

std::string to_text(const SchemaObject& object) {
  std::string text = std::to_string(object.object_id) + ' ' + std::to_string(object.rootpage) + ' ';
  for (const auto* part : {&object.kind, &object.name, &object.table_name}) append(text, *part);
  if (object.sql) append(text, *object.sql);
  return text;
}

SchemaObject parse_schema_object(std::int64_t schema_rowid, std::string_view text) {
  Parts parts(text);
  SchemaObject object;
  object.schema_rowid = schema_rowid;
  object.object_id = parts.number(' ');
  object.rootpage = parts.number(' ');
  for (auto* part : {&object.kind, &object.name, &object.table_name}) *part = parts.text();
  if (!parts.at_end()) object.sql = parts.text();
  return object;
}

}  // namespace ddltrail
