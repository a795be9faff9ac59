#include "sqlite_create/table.h"

#include <algorithm>
#include <map>

#include "sqlite_create/name.h"

namespace ddltrail::create {
namespace {

/// Opens a name or a string.
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`' || c == '['; }

/// Takes the end of the text away where it is `word`, and the white space before it.
bool strip_word(std::string_view& text, std::string_view word) {
  if (text.size() < word.size()) return false;
  if (!same_name(text.substr(text.size() - word.size()), word)) return false;
  text.remove_suffix(word.size());
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return true;
}

std::string in_standard_case(std::string_view type) {
  for (const auto* standard : {"ANY", "BLOB", "INT", "INTEGER", "REAL", "TEXT"})
    if (same_name(type, standard)) return standard;
  return std::string(type);
}

/// Makes table constraints out of what a table says.
class ConstraintList {
 public:
  explicit ConstraintList(const Table& table) {
    for (const auto& column : table.columns) declared_.emplace(upper(column.name), column.name);
    for (const auto& column : table.columns) {
      for (const auto& constraint : column.constraints) add(column, constraint);
    }
    for (const auto& constraint : table.constraints) {
      std::visit([&](const auto& rule) { add(constraint.name, normal(rule)); }, constraint.rule);
    }
  }

  std::vector<TableConstraint> take() { return std::move(constraints_); }

 private:
  template <class Rule>
  void add(const std::optional<std::string>& name, Rule rule) {
    constraints_.push_back({name, std::move(rule)});
  }

  void add(const Column& column, const ColumnConstraint& constraint) {
    const std::vector<IndexedColumn> self = {IndexedColumn::of(column.name)};
    if (const auto* key = std::get_if<ColumnKey>(&constraint.rule)) {
      PrimaryKey made{self, key->is_autoincrement, key->conflict};
      made.columns[0].is_descending = key->is_descending;
      add(constraint.name, std::move(made));
    } else if (const auto* unique = std::get_if<ColumnUnique>(&constraint.rule)) {
      add(constraint.name, Unique{self, unique->conflict});
    } else if (const auto* check = std::get_if<Check>(&constraint.rule)) {
      add(constraint.name, normal(*check));
    } else if (const auto* reference = std::get_if<Reference>(&constraint.rule)) {
      add(constraint.name, ForeignKey{{column.name}, *reference});
    }
  }

  PrimaryKey normal(PrimaryKey key) const {
    normalise(key.columns);
    return key;
  }

  Unique normal(Unique unique) const {
    normalise(unique.columns);
    return unique;
  }

  Check normal(const Check& check) const { return {{normal_form(check.expression.text)}}; }

  ForeignKey normal(ForeignKey key) const {
    for (auto& column : key.columns) column = declared(column);
    return key;
  }

  void normalise(std::vector<IndexedColumn>& columns) const {
    for (auto& column : columns) {
      const auto named = named_column(column);
      auto& text = column.expression.text;
      text = named ? quoted(declared(named->name)) : normal_form(text);
      if (named && !named->collation.empty()) text += " COLLATE " + quoted(named->collation);
    }
  }

  /// The name as its column declares it.
  const std::string& declared(const std::string& name) const {
    const auto found = declared_.find(upper(name));
    return found == declared_.end() ? name : found->second;
  }

  std::map<std::string, std::string> declared_;
  std::vector<TableConstraint> constraints_;
};

}  // namespace

/// The grammar of SQLite takes GENERATED ALWAYS for a part of the type, from which it is then cut
/// off, quotes are taken off, and the standard types are written in upper case, by just these
/// rules.
std::string Column::data_type() const {
  constexpr std::string_view kGenerated = "GENERATED ALWAYS";
  std::string_view kept = type;
  if (kept.size() >= kGenerated.size() && strip_word(kept, "ALWAYS")) strip_word(kept, "GENERATED");
  if (kept.empty() || !is_quote(kept[0])) return in_standard_case(kept);
  const auto inside = kept.substr(1, kept.size() - 2);
  if (!inside.empty() && std::none_of(inside.begin(), inside.end(), is_quote))
    return in_standard_case(inside);
  return unquoted(Tokenizer(kept).next().text);
}

std::vector<TableConstraint> all_constraints(const Table& table) {
  return ConstraintList(table).take();
}

}  // namespace ddltrail::create
