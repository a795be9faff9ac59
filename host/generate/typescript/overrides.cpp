#include "generate/typescript/overrides.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/error.h"
#include "base/unmet.h"
#include "generate/typescript/printed_type.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

bool is_identifier(std::string_view text) {
  return !text.empty() && !is_digit(text.front()) && !is_keyword(text) &&
         std::all_of(text.begin(), text.end(), is_in_name);
}

/// What a comment can say without an import.
bool is_known(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"string", "number", "bigint", "boolean",
                                                   "Buffer", "Date",   "Json",   "unknown"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void check_types(const char* section, const std::map<std::string, std::string>& types) {
  for (const auto& [what, type] : types)
    if (type.find_first_not_of(' ') == std::string::npos ||
        type.find_first_of("\r\n;") != std::string::npos)
      throw Error("this is no type of TypeScript", std::string(section) + what,
                  "Write a type in one line, without a semicolon.");
}

void check_imports(const std::map<std::string, std::string>& imports) {
  for (const auto& [name, module] : imports)
    if (!is_identifier(name) || module.empty())
      throw Error("this cannot be imported", "typescript.imports." + name,
                  "Write the name of a type and the package or file that exports it.");
}

class OverriddenValues : public ValueTypes {
 public:
  OverriddenValues(std::unique_ptr<ValueTypes> values, Overrides overrides)
      : values_(std::move(values)), overrides_(std::move(overrides)) {
    check_types("typescript.types.", overrides_.types);
    check_types("typescript.columns.", overrides_.columns);
    check_imports(overrides_.imports);
    for (const auto& [name, type] : overrides_.types) {
      const Own own{setting_of("types", name), type};
      printed_[key_of(read_type(name))] = own;
      declared_[lower_case(name)] = own;
      unmet_.expect(own.setting);
    }
    for (const auto& [name, type] : overrides_.columns) {
      columns_[name] = {setting_of("columns", name), type};
      unmet_.expect(columns_[name].setting);
    }
    for (const auto& [name, module] : overrides_.imports)
      unmet_.expect(setting_of("imports", name));
  }

  std::string select(const Column& column, const Scope& scope) const override {
    const auto own = own_type(column);
    return own ? with_imports(*own, scope.imports) : values_->select(column, scope);
  }

  std::string insert(const Column& column, const Scope& scope) const override {
    const auto own = own_type(column);
    return own ? with_imports(*own, scope.imports) : values_->insert(column, scope);
  }

  bool is_overridden(const Column& column) const override { return own_type(column).has_value(); }

  std::set<std::string> unmet() const override {
    std::set<std::string> all = values_->unmet();
    all.insert(unmet_.settings().begin(), unmet_.settings().end());
    return all;
  }

 private:
  struct Own {
    std::string setting, type;
  };
  using Types = std::map<std::string, Own>;

  static std::string setting_of(const char* section, const std::string& name) {
    return std::string("typescript.") + section + '.' + name;
  }

  std::optional<std::string> find(const Types& types, const std::string& key) const {
    const auto found = types.find(key);
    if (found == types.end()) return std::nullopt;
    unmet_.meet(found->second.setting);
    return found->second.type;
  }

  static std::string key_of(const PrintedType& type) {
    return type.schema + '\n' + type.name + (type.is_array ? "[]" : "");
  }

  std::optional<std::string> own_type(const Column& column) const {
    if (auto own =
            find(columns_, column.schema_name + '.' + column.table_name + '.' + column.column_name))
      return own;
    const std::string annotated = annotated_type(column.comment.value_or(""));
    if (is_known(annotated) || overrides_.imports.contains(annotated)) return annotated;
    return type_of(column);
  }

  /// SQLite knows declared types, which have no schema.
  std::optional<std::string> type_of(const Column& column) const {
    if (column.type_schema)
      return find(printed_,
                  key_of({*column.type_schema, column.type_name, column.array_dimensions > 0}));
    const std::string declared = lower_case(column.data_type.substr(0, column.data_type.find('(')));
    return find(declared_, declared.substr(0, declared.find_last_not_of(' ') + 1));
  }

  /// The type with the names that the file has for what it imports.
  std::string with_imports(std::string_view type, Imports& imports) const {
    std::string out;
    for (char quote = 0; !type.empty();) {
      const auto length = static_cast<std::size_t>(
          std::find_if_not(type.begin(), type.end(), is_in_name) - type.begin());
      const std::string_view word = type.substr(0, std::max<std::size_t>(length, 1));
      const char c = word.front();
      if (quote == 0 && (c == '"' || c == '\''))
        quote = c;
      else if (c == quote)
        quote = 0;
      out += quote == 0 && length > 0 ? local_name(std::string(word), imports) : word;
      type.remove_prefix(word.size());
    }
    return out;
  }

  std::string local_name(const std::string& word, Imports& imports) const {
    if (const auto module = overrides_.imports.find(word); module != overrides_.imports.end()) {
      unmet_.meet(setting_of("imports", word));
      return imports.use_module(module->second, word);
    }
    return word == "Json" ? imports.use(kScalars, word) : word;
  }

  const std::unique_ptr<ValueTypes> values_;
  const Overrides overrides_;
  Types printed_;
  Types declared_;
  Types columns_;
  Unmet unmet_;
};

}  // namespace

std::unique_ptr<ValueTypes> with_overrides(std::unique_ptr<ValueTypes> values,
                                           Overrides overrides) {
  return std::make_unique<OverriddenValues>(std::move(values), std::move(overrides));
}

std::string annotated_type(std::string_view comment) {
  constexpr std::string_view kTag = "@type {";
  const auto begin = comment.find(kTag);
  if (begin == std::string_view::npos) return "";
  const std::string_view rest = comment.substr(begin + kTag.size());
  const std::string_view name = rest.substr(0, rest.find('}'));
  return is_identifier(name) && name.size() < rest.size() ? std::string(name) : "";
}

}  // namespace ddltrail::typescript
