#include "model/row.h"

#include <charconv>
#include <stdexcept>

#include "base/error.h"
#include "base/utf8.h"

namespace ddltrail {
namespace {

[[noreturn]] void broken(std::string_view what, std::string_view text) {
  throw Error(
      "the database answered with something that the contract does not allow: " + std::string(what),
      std::string(text), "Check that the extension and the tool have the same version.");
}

std::string_view required(std::optional<std::string_view> text) {
  if (!text) broken("NULL where a value must be", "");
  return *text;
}

Json parse(std::string_view text) {
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded())
    json = Json::parse(well_formed(text), nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) broken("malformed JSON", text);
  return json;
}

}  // namespace

void read_value(std::optional<std::string_view> text, std::string& value) {
  value = required(text);
}

void read_value(std::optional<std::string_view> text, std::int64_t& value) {
  const std::string_view digits = required(text);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size())
    broken("not an integer", digits);
}

void require_integer(const Json& json) {
  if (!json.is_number_integer()) throw std::invalid_argument("no integer: " + json.dump());
}

void read_value(std::optional<std::string_view> text, bool& value) {
  const std::string_view word = required(text);
  if (word == "t" || word == "1") {
    value = true;
  } else if (word == "f" || word == "0") {
    value = false;
  } else {
    broken("not a boolean", word);
  }
}

void read_value(std::optional<std::string_view> text, std::vector<std::string>& value) {
  const Json json = parse(required(text));
  value.clear();
  for (const Json& item : json) {
    if (!item.is_string()) broken("not an array of strings", *text);
    value.push_back(item.get<std::string>());
  }
}

void read_value(std::optional<std::string_view> text, Json& value) {
  value = text ? parse(*text) : Json(nullptr);
}

}  // namespace ddltrail
