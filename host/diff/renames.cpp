#include "diff/renames.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using Names = Renames::Names;

/// A table between two schemas.
class Life {
 public:
  explicit Life(const Change& first)
      : former_{first.previous_schema.value_or(*first.schema_name),
                first.previous_name.value_or(first.object_name)} {}

  void go_on(const Change& change) {
    later_ = {*change.schema_name, change.object_name};
    is_new_ |= change.action == "create";
    is_gone_ = change.action == "drop";
    for (const Json& operation : change.details) follow(operation);
  }

  void tell(Renames& renames) const {
    if (is_new_ || is_gone_) return;
    if (former_ != later_) renames.tables[former_] = later_;
    for (const auto& [later, former] : columns_)
      if (!former.empty() && former != later) renames.columns[former_][former] = later;
  }

 private:
  void follow(const Json& operation) {
    const std::string op = operation.at("op");
    if (op == "add_column") columns_[operation.at("column")] = "";
    if (op == "drop_column") columns_.erase(operation.at("column"));
    if (op == "rename_column") rename(operation.at("from"), operation.at("to"));
  }

  void rename(const std::string& from, const std::string& to) {
    const auto known = columns_.find(from);
    const std::string former = known == columns_.end() ? from : known->second;
    columns_.erase(from);
    columns_[to] = former;
  }

  TableName former_;
  TableName later_;
  bool is_new_ = false;
  bool is_gone_ = false;
  Names columns_;  // as they are called now -> as they were; empty where they are new
};

/// A name that is taken is free where what has it goes by another one too.
template <class Name>
void erase_collisions(std::map<Name, Name>& renames, const std::set<Name>& taken) {
  const auto collides = [&](const auto& rename) {
    return taken.contains(rename.second) && !renames.contains(rename.second);
  };
  while (std::erase_if(renames, collides) > 0) continue;
}

/// Pairs of words of which the one became the other.
using Words = std::set<std::pair<std::string, std::string>>;

Words words_of(const Renames& renames) {
  Words words;
  for (const auto& [former, later] : renames.tables)
    words.insert({{former.first, later.first}, {former.second, later.second}});
  for (const auto& [table, columns] : renames.columns) words.insert(columns.begin(), columns.end());
  return words;
}

bool is_of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || (c & 0x80) != 0;
}

/// The text between quotes, which are doubled inside; `at` is behind them afterwards.
std::string take_quoted(std::string_view text, std::size_t& at) {
  const char quote = text[at++];
  std::string taken;
  for (; at < text.size(); ++at) {
    if (text[at] == quote && (++at == text.size() || text[at] != quote)) break;
    taken += text[at];
  }
  return taken;
}

/// Words, quoted names without their quotes, strings and single characters; white space is left
/// out. What is no name begins with a quote.
std::vector<std::string> tokens(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    std::string token;
    if (text[at] == '"') {
      token = take_quoted(text, at);
    } else if (text[at] == '\'') {
      token = '\'' + take_quoted(text, at);
    } else if (is_of_word(text[at])) {
      while (at < text.size() && is_of_word(text[at])) token += text[at++];
    } else {
      const char c = text[at++];
      if (std::isspace(static_cast<unsigned char>(c))) continue;
      token = {'\'', c};
    }
    found.push_back(std::move(token));
  }
  return found;
}

bool differ_by_words_only(std::string_view former, std::string_view later, const Words& words) {
  const auto before = tokens(former), after = tokens(later);
  return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                    [&](const std::string& a, const std::string& b) {
                      return a == b || words.contains({a, b});
                    });
}

class Renaming {
 public:
  Renaming(const Renames& renames, Schema& from)
      : renames_(renames), words_(words_of(renames)), from_(from) {}

  void run(const Schema& to) {
    names();
    settle(from_.constraints, to.constraints, &Constraint::definition, [](const Constraint& row) {
      return std::tie(row.schema_name, row.table_name, row.kind);
    });
    settle(from_.indexes, to.indexes, &Index::definition, [](const Index& row) {
      return std::tie(row.schema_name, row.table_name, row.index_name);
    });
    settle(from_.columns, to.columns, &Column::generation_expression, [](const Column& row) {
      return std::tie(row.schema_name, row.table_name, row.column_name);
    });
    settle(from_.views, to.views, &View::definition,
           [](const View& row) { return std::tie(row.schema_name, row.view_name); });
    sort(from_);
  }

 private:
  void names() {
    for (Table& row : from_.tables) table(row.schema_name, row.table_name);
    for (View& row : from_.views) table(row.schema_name, row.view_name);
    for (Column& row : from_.columns) part(row, row.column_name);
    for (Constraint& row : from_.constraints) part(row, row.columns);
    for (Index& row : from_.indexes) part(row, row.columns);
    for (ForeignKey& row : from_.foreign_keys) {
      columns({row.referenced_schema, row.referenced_table}, row.referenced_columns);
      table(row.referenced_schema, row.referenced_table);
      part(row, row.columns);
    }
    for (Sequence& row : from_.sequences)
      if (row.table_schema && row.table_name) {
        if (row.column_name) columns({*row.table_schema, *row.table_name}, *row.column_name);
        table(*row.table_schema, *row.table_name);
      }
  }

  /// A row that belongs to a table, with the columns that it names.
  template <class Struct, class Columns>
  void part(Struct& row, Columns& named) {
    columns({row.schema_name, row.table_name}, named);
    table(row.schema_name, row.table_name);
  }

  void table(std::string& schema, std::string& name) {
    std::tie(schema, name) = renames_.later({schema, name});
  }

  void columns(const TableName& table, std::string& column) {
    const auto renamed = renames_.columns.find(table);
    if (renamed == renames_.columns.end()) return;
    const auto later = renamed->second.find(column);
    if (later != renamed->second.end()) column = later->second;
  }
  void columns(const TableName& table, std::vector<std::string>& named) {
    for (std::string& column : named) columns(table, column);
  }
  void columns(const TableName& table, Json& named) {
    for (Json& column : named)
      if (column.is_string()) columns(table, column.get_ref<std::string&>());
  }

  /// Rows with the same key may take each other's text.
  template <class Struct, class Member, class KeyOf>
  void settle(std::vector<Struct>& from, const std::vector<Struct>& to, Member text, KeyOf key_of) {
    using Key = decltype(key_of(to.front()));
    std::multimap<Key, const Struct*> later;
    for (const Struct& row : to) later.emplace(key_of(row), &row);
    for (Struct& row : from) {
      auto [candidate, end] = later.equal_range(key_of(row));
      for (; candidate != end; ++candidate)
        if (settle(row.*text, candidate->second->*text)) break;
    }
  }

  bool settle(std::string& former, const std::string& later) {
    if (!differ_by_words_only(former, later, words_)) return false;
    former = later;
    return true;
  }
  bool settle(std::optional<std::string>& former, const std::optional<std::string>& later) {
    return former && later && settle(*former, *later);
  }

  const Renames& renames_;
  const Words words_;
  Schema& from_;
};

}  // namespace

TableName Renames::later(const TableName& table) const {
  const auto found = tables.find(table);
  return found == tables.end() ? table : found->second;
}

Renames Renames::turned() const {
  Renames back;
  for (const auto& [former, later] : tables) back.tables[later] = former;
  for (const auto& [table, names] : columns)
    for (const auto& [former, later_name] : names) back.columns[later(table)][later_name] = former;
  return back;
}

Renames renames_of(const std::vector<Change>& changes) {
  std::map<std::int64_t, Life> lives;
  for (const Change& change : changes)
    if (change.schema_name && is_of_table(change))
      lives.try_emplace(change.object_id, change).first->second.go_on(change);
  Renames renames;
  for (const auto& [id, life] : lives) life.tell(renames);
  return renames;
}

Renames without_collisions(Renames renames, const Schema& from) {
  std::set<TableName> tables;
  std::map<TableName, std::set<std::string>> columns;
  for (const Table& row : from.tables) tables.insert({row.schema_name, row.table_name});
  for (const Column& row : from.columns)
    columns[{row.schema_name, row.table_name}].insert(row.column_name);
  erase_collisions(renames.tables, tables);
  for (auto& [table, names] : renames.columns) erase_collisions(names, columns[table]);
  return renames;
}

void apply(const Renames& renames, Schema& from, const Schema& to) {
  if (renames.tables.empty() && renames.columns.empty()) return;
  Renaming(renames, from).run(to);
}

}  // namespace ddltrail
