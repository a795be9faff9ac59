#include "generate/custom/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <string_view>

#include "base/ascii.h"
#include "base/error.h"
#include "base/file_system.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::custom {
namespace {

using kainjow::mustache::data;

data data_of(const Json& value);

data list_of(const Json& items) {
  data list(data::type::list);
  for (const Json& item : items) {
    data each = data_of(item);
    if (item.is_object()) each.set("last", &item == &items.back());
    list.push_back(std::move(each));
  }
  return list;
}

data object_of(const Json& members) {
  data object(data::type::object);
  for (const auto& [name, value] : members.items()) object.set(name, data_of(value));
  return object;
}

data data_of(const Json& value) {
  if (value.is_object()) return object_of(value);
  if (value.is_array()) return list_of(value);
  if (value.is_boolean()) return data(value.get<bool>());
  if (value.is_null()) return data(false);
  return data(value.is_string() ? value.get<std::string>() : value.dump());
}

/// The library ends its messages with the place where the fault is, as a number of bytes.
std::size_t place_of(std::string_view message) {
  std::size_t place = 0;
  const auto start = message.find_last_of(' ') + 1;
  std::from_chars(message.data() + start, message.data() + message.size(), place);
  return place;
}

[[noreturn]] void refuse(const std::string& file, const std::string& text,
                         const std::string& message) {
  const std::size_t place = std::min(place_of(message), text.size());
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(place);
  const std::string what = message.substr(0, message.rfind(" at "));
  throw Error(
      "the template is malformed (" + std::string(1, lower(what.front())) + what.substr(1) + ")",
      fmt::format("{}:{}", file, std::count(text.begin(), end, '\n') + 1), "Mend the line.");
}

}  // namespace

std::string read_template(const std::string& file) {
  if (auto text = disk()->read(file)) return std::move(*text);
  throw Error("there is no such template", file,
              "Write it, or mend its path, which begins in the folder of ddltrail.toml.");
}

class Template::Parsed {
 public:
  explicit Parsed(const std::string& text) : mustache_(text) {
    mustache_.set_custom_escape([](const std::string& each) { return typescript::escaped(each); });
  }
  const std::string& error() const { return mustache_.error_message(); }
  std::string render(const Json& model) { return mustache_.render(object_of(model)); }

 private:
  kainjow::mustache::mustache mustache_;
};

Template::Template(const std::string& file) {
  const std::string text = read_template(file);
  parsed_ = std::make_unique<Parsed>(text);
  if (!parsed_->error().empty()) refuse(file, text, parsed_->error());
}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;

std::string Template::render(const Json& model) const { return parsed_->render(model); }

}  // namespace ddltrail::custom
