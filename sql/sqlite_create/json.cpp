#include "sqlite_create/json.h"

namespace ddltrail::create {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  append_quoted(name);
  json_ += ':';
  return *this;
}

void JsonWriter::open(char bracket) {
  begin_value();
  json_ += bracket;
}

void JsonWriter::close(char bracket) { json_ += bracket; }

void JsonWriter::text(std::string_view value) {
  begin_value();
  append_quoted(value);
}

void JsonWriter::boolean(bool value) {
  begin_value();
  json_ += value ? "true" : "false";
}

void JsonWriter::number(std::size_t value) {
  begin_value();
  json_ += std::to_string(value);
}

void JsonWriter::null() {
  begin_value();
  json_ += "null";
}

void JsonWriter::texts(const std::vector<std::string>& values) {
  open('[');
  for (const auto& value : values) text(value);
  close(']');
}

void JsonWriter::begin_value() {
  constexpr std::string_view kNothingBefore = "[{:";
  if (!json_.empty() && kNothingBefore.find(json_.back()) == std::string_view::npos) json_ += ',';
}

void JsonWriter::append_quoted(std::string_view text) {
  json_ += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') json_ += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      json_ += c;
    } else {
      json_.append("\\u00").append(1, kHexDigits[c / 16]).append(1, kHexDigits[c % 16]);
    }
  }
  json_ += '"';
}

}  // namespace ddltrail::create
