#include "diff/renamed_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace ddltrail {
namespace {

using Kind = SqlToken::Kind;
using Tokens = std::vector<SqlToken>;
using Names = Renames::Names;

bool is_sign(const Tokens& tokens, std::size_t place, char sign) {
  return place < tokens.size() && tokens[place].kind == Kind::kSign &&
         tokens[place].text[0] == sign;
}

bool is_word(const Tokens& tokens, std::size_t place) {
  return place < tokens.size() && tokens[place].kind == Kind::kWord;
}

/// shop.orders, and not the end of a longer one.
bool is_qualified(const Tokens& tokens, std::size_t place) {
  return is_word(tokens, place) && is_sign(tokens, place + 1, '.') && is_word(tokens, place + 2) &&
         (place == 0 || !is_sign(tokens, place - 1, '.'));
}

/// The word behind a cast, where there is one at the place.
std::size_t cast_type(const Tokens& tokens, std::size_t place) {
  return is_sign(tokens, place, ':') && is_sign(tokens, place + 1, ':') ? place + 2 : tokens.size();
}

/// ... AS name, behind the place.
bool has_alias(const Tokens& tokens, std::size_t place) {
  return is_word(tokens, place + 1) && tokens[place + 1].text == "AS" && is_word(tokens, place + 2);
}

/// Those that another one has afterwards.
Names reused(const Names& names) {
  Names found;
  for (const auto& [former, later] : names)
    for (const auto& [other, others_later] : names)
      if (others_later == former) found[former] = later;
  return found;
}

std::string in_quotes(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace

RenamedText::RenamedText(const Renames& renames)
    : schemas_(renames.schemas), values_(renames.enum_values) {
  for (const auto* renamed : {&renames.tables, &renames.types, &renames.sequences}) add(*renamed);
  for (const auto& [former, later] : renames.routines) add({{former.first, later}});
  for (const auto* renamed : {&renames.tables, &renames.indexes})
    for (const auto& [former, later] : *renamed) relations_[former.second].insert(later.second);
  for (const auto& [former, later] : renames.indexes) words_[former.second].insert(later.second);
  for (const auto& [type, names] : values_)
    for (const auto& [former, later] : names) all_values_[former].insert(later);
  for (const auto& [owner, names] : renames.constraints) add_words(names);
  add_columns(renames);
  reuses_names_ |= !reused(schemas_).empty();
}

void RenamedText::add(const Renames::TableNames& renamed) {
  for (const auto& [former, later] : renamed) {
    qualified_[former].insert(later);
    words_[former.second].insert(later.second);
    reuses_names_ |=
        std::any_of(renamed.begin(), renamed.end(),
                    [&name = former](const auto& other) { return other.second == name; });
  }
}

void RenamedText::add_columns(const Renames& renames) {
  for (const auto& [table, names] : renames.columns) {
    const TableName later = renames.later(table);
    columns_[later] = names;
    add_words(names);
    if (const Names taken = reused(names); !taken.empty())
      reused_columns_[table] = reused_columns_[later] = taken;
  }
}

void RenamedText::add_words(const Names& names) {
  for (const auto& [former, later] : names) words_[former].insert(later);
}

bool RenamedText::is_same(const std::string& text, const std::string& later,
                          const Scope& scope) const {
  const Tokens before = sql_tokens(text), after = sql_tokens(later);
  const Choices choices = this->choices(before, scope);
  std::size_t i = 0, j = 0;
  while (i < before.size() && j < after.size()) {
    if (!is_accepted(before[i], choices[i], after[j])) return false;
    // A column of a view keeps its name when what it shows is renamed, and then needs an alias.
    const bool had_alias = has_alias(before, i), has_it = has_alias(after, j);
    if (had_alias != has_it &&
        !may_become(before[had_alias ? i + 2 : i].text, after[has_it ? j + 2 : j].text))
      return false;
    i += had_alias && !has_it ? 3 : 1;
    j += has_it && !had_alias ? 3 : 1;
  }
  return i == before.size() && j == after.size();
}

std::string RenamedText::rewritten(const std::string& text, const Scope& scope) const {
  const Tokens tokens = sql_tokens(text);
  const Choices choices = this->choices(tokens, scope);
  std::string result;
  std::size_t done = 0;
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    const SqlToken& token = tokens[place];
    const std::string later = later_word(tokens, place, choices[place]);
    if (later == token.text) continue;
    result += text.substr(done, token.begin - done);
    result += token.kind == Kind::kString ? in_quotes(later) : quoted_where_needed(later);
    done = token.end;
  }
  return result + text.substr(done);
}

/// Itself where there is none, or more than one.
std::string RenamedText::later_word(const Tokens& tokens, std::size_t place,
                                    const Choice& choice) const {
  const std::string& text = tokens[place].text;
  if (choice.holds_name) return rewritten(text, {kTypes});
  const bool is_type = place > 0 && is_sign(tokens, place - 1, ':');
  if (is_type && !choice.is_certain) return text;
  Words others = choice.words;
  others.erase(text);
  return others.size() == 1 ? *others.begin() : text;
}

RenamedText::Choices RenamedText::choices(const Tokens& tokens, const Scope& scope) const {
  const Names certain = certain_columns(tokens, scope);
  Choices choices(tokens.size());
  for (std::size_t place = 0; place < tokens.size(); ++place) {
    if (!choices[place].words.empty()) continue;
    if (tokens[place].kind == Kind::kString)
      choices[place] = choice_of_string(tokens, place, scope);
    else if (tokens[place].kind == Kind::kWord)
      choices[place] = choice_of_word(tokens[place].text, scope, certain);
    else
      choices[place].words = {tokens[place].text};
    if (is_qualified(tokens, place)) choose_qualified(tokens, place, choices);
  }
  return choices;
}

void RenamedText::choose_qualified(const Tokens& tokens, std::size_t place,
                                   Choices& choices) const {
  const TableName name = {tokens[place].text, tokens[place + 2].text};
  Choice schema{{}, true}, object{{}, true};
  if (const auto found = qualified_.find(name); found != qualified_.end()) {
    for (const auto& [later_schema, later_name] : found->second) {
      schema.words.insert(later_schema);
      object.words.insert(later_name);
    }
  } else if (const auto moved = schemas_.find(name.first); moved != schemas_.end()) {
    schema.words = {moved->second};
    object.words = {name.second};
  } else {
    return;
  }
  choices[place] = std::move(schema);
  choices[place + 2] = std::move(object);
}

RenamedText::Choice RenamedText::choice_of_string(const Tokens& tokens, std::size_t place,
                                                  const Scope& scope) const {
  const std::string& text = tokens[place].text;
  Choice choice{{text}};
  const std::size_t type = cast_type(tokens, place + 1);
  if (is_word(tokens, type) && tokens[type].text.starts_with("reg"))
    choice.is_certain = choice.holds_name = true;
  if (is_qualified(tokens, type)) {
    const auto values = values_.find({tokens[type].text, tokens[type + 2].text});
    if (values != values_.end() && values->second.contains(text))
      return {{values->second.at(text)}, true};
  } else if (const auto values = all_values_.find(text);
             scope.kind == kBound && values != all_values_.end()) {
    choice.words.insert(values->second.begin(), values->second.end());
  }
  return choice;
}

RenamedText::Choice RenamedText::choice_of_word(const std::string& word, const Scope& scope,
                                                const Names& certain) const {
  if (const auto column = certain.find(word); column != certain.end())
    return {{column->second}, true};
  Choice choice{{word}};
  const auto take = [&](const std::map<std::string, Words>& renamed) {
    if (const auto found = renamed.find(word); found != renamed.end())
      choice.words.insert(found->second.begin(), found->second.end());
  };
  if (scope.kind == kAll) take(words_);
  if (scope.kind == Scope::Kind::kTable) {
    take(relations_);
    if (const auto own = columns_.find(scope.table); own != columns_.end())
      if (const auto column = own->second.find(word); column != own->second.end())
        choice.words.insert(column->second);
  }
  return choice;
}

/// Columns whose names others have now, of the table or of those that the text mentions.
Names RenamedText::certain_columns(const Tokens& tokens, const Scope& scope) const {
  Names certain;
  for (const auto& [table, names] : reused_columns_) {
    const auto mentions = [&name = table.second](const SqlToken& token) {
      return token.kind == Kind::kWord && token.text == name;
    };
    const bool counts = scope.kind == kAll
                            ? std::any_of(tokens.begin(), tokens.end(), mentions)
                            : scope.kind == Scope::Kind::kTable && scope.table == table;
    if (counts) certain.insert(names.begin(), names.end());
  }
  return certain;
}

bool RenamedText::is_accepted(const SqlToken& token, const Choice& choice,
                              const SqlToken& later) const {
  if (token.kind != later.kind) return false;
  return choice.words.contains(later.text) ||
         (choice.holds_name && is_same(token.text, later.text, {kTypes}));
}

bool RenamedText::may_become(const std::string& word, const std::string& later) const {
  const auto found = words_.find(word);
  return word == later || (found != words_.end() && found->second.contains(later));
}

}  // namespace ddltrail
