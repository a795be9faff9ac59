#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/error.h"
#include "base/unmet.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {
namespace {

std::string anything(Imports& imports) { return imports.use(kScalars, "SqliteValue"); }

/// SQLite keeps text that is no number as it is in columns of numeric affinity, and that is the
/// affinity of every type whose name says nothing to it: dates, documents, "string".
std::string numeric_value(const std::string& declared, Imports& imports) {
  for (const std::string_view word : {"date", "time", "json", "uuid"})
    if (declared.find(word) != std::string::npos) return "string";
  for (const std::string_view word : {"num", "dec", "bool", "bit", "money", "year", "serial"})
    if (declared.starts_with(word)) return "number";
  return anything(imports);
}

/// What the configuration may say that a declared type is.
constexpr std::array<std::string_view, 8> kWords{"string", "number", "bigint", "boolean",
                                                 "Buffer", "Date",   "Json",   "SqliteValue"};

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// "decimal" of DECIMAL(10, 2).
std::string bare_name(const std::string& declared) {
  return lower_case(std::string(trim(declared.substr(0, declared.find('(')))));
}

/// Calls `visit` with each word of a union.
template <class Visit>
void for_each_word(std::string_view type, Visit visit) {
  for (;;) {
    const auto bar = type.find('|');
    visit(trim(type.substr(0, bar)));
    if (bar == std::string_view::npos) return;
    type.remove_prefix(bar + 1);
  }
}

std::string setting_of(const std::string& declared) {
  return "typescript.sqlite_types." + declared;
}

void check_mapping(const std::string& declared, const std::string& type) {
  for_each_word(type, [&](std::string_view word) {
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end())
      throw Error("there is no such type of values", setting_of(declared),
                  "Use string, number, bigint, boolean, Buffer, Date, Json or SqliteValue, or "
                  "several of them with | between.");
  });
}

class SqliteValues : public ValueTypes {
 public:
  explicit SqliteValues(const SqliteTypes& types) {
    for (const auto& [declared, type] : types) {
      check_mapping(declared, type);
      unmet_.expect(setting_of(declared));
      types_[bare_name(declared)] = {setting_of(declared), type};
    }
  }

  std::string select(const Column& column, const Scope& scope) const override {
    if (const auto own = types_.find(bare_name(column.data_type)); own != types_.end()) {
      unmet_.meet(own->second.setting);
      return own_type(own->second.type, scope.imports);
    }
    if (column.base_name == "integer" || column.base_name == "real") return "number";
    if (column.base_name == "text") return "string";
    if (column.base_name == "blob" && !column.data_type.empty()) return "Buffer";
    if (column.base_name == "numeric")
      return numeric_value(lower_case(column.data_type), scope.imports);
    return anything(scope.imports);
  }

  std::string insert(const Column& column, const Scope& scope) const override {
    return select(column, scope);
  }

  std::set<std::string> unmet() const override { return unmet_.settings(); }

 private:
  struct Own {
    std::string setting, type;
  };

  static std::string own_type(const std::string& type, Imports& imports) {
    std::string out;
    for_each_word(type, [&](std::string_view word) {
      if (word == "Json" || word == "SqliteValue") imports.use(kScalars, std::string(word));
      out += (out.empty() ? "" : " | ") + std::string(word);
    });
    return out;
  }

  std::map<std::string, Own> types_;
  Unmet unmet_;
};

}  // namespace

std::unique_ptr<ValueTypes> sqlite_values(const SqliteTypes& types) {
  return std::make_unique<SqliteValues>(types);
}

}  // namespace ddltrail::typescript
