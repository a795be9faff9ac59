// Writes JSON text, in order, without white space. The callers close what they open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail::create {

class JsonWriter {
 public:
  /// The next value of the object that is open.
  JsonWriter& key(std::string_view name);

  void open(char bracket);
  void close(char bracket);
  void text(std::string_view value);
  void boolean(bool value);
  void number(std::size_t value);
  void null();
  void texts(const std::vector<std::string>& values);

  std::string take() { return std::move(json_); }

 private:
  /// A comma where a value stands before.
  void begin_value();
  void append_quoted(std::string_view text);

  std::string json_;
};

}  // namespace ddltrail::create
