// SQL text as it reads once what it mentions goes by other names.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "diff/renames.h"
#include "diff/sql_tokens.h"

namespace ddltrail {

class RenamedText {
 public:
  using TableName = Renames::TableName;
  using Names = Renames::Names;

  /// Which names a text has without a schema before them.
  struct Scope {
    enum class Kind { kTypes, kBound, kTable, kAll };
    Kind kind = Kind::kAll;
    TableName table = {};  ///< of kTable: the one whose columns they are, by its later name
  };
  static constexpr Scope::Kind kTypes = Scope::Kind::kTypes;  ///< none
  static constexpr Scope::Kind kBound = Scope::Kind::kBound;  ///< values of enums, as strings
  static constexpr Scope::Kind kAll = Scope::Kind::kAll;      ///< of columns of any table

  explicit RenamedText(const Renames& renames);

  /// `later` says what `text` does, as a database prints it under the later names.
  bool is_same(const std::string& text, const std::string& later, const Scope& scope) const;
  /// With the later names in the place of what looks like the former ones.
  std::string rewritten(const std::string& text, const Scope& scope) const;
  /// No text may be taken for the same because it is equal: names were given to others.
  bool may_mislead() const { return !reused_columns_.empty() || reuses_names_; }

 private:
  using Tokens = std::vector<SqlToken>;
  using Words = std::set<std::string>;

  /// What may stand in the place of a token.
  struct Choice {
    Words words;
    bool is_certain = false;  ///< the token is such a name, or none
    bool holds_name = false;  ///< it is a string with a name in it: 'public.numbers'::regclass
  };
  using Choices = std::vector<Choice>;

  void add(const Renames::TableNames& renamed);
  void add_columns(const Renames& renames);
  void add_words(const Names& names);
  Choices choices(const Tokens& tokens, const Scope& scope) const;
  void choose_qualified(const Tokens& tokens, std::size_t place, Choices& choices) const;
  Choice choice_of_string(const Tokens& tokens, std::size_t place, const Scope& scope) const;
  Choice choice_of_word(const std::string& word, const Scope& scope, const Names& certain) const;
  Names certain_columns(const Tokens& tokens, const Scope& scope) const;
  std::string later_word(const Tokens& tokens, std::size_t place, const Choice& choice) const;
  bool is_accepted(const SqlToken& token, const Choice& choice, const SqlToken& later) const;
  bool may_become(const std::string& word, const std::string& later) const;

  Names schemas_;
  std::map<TableName, std::set<TableName>> qualified_;  ///< of all kinds
  std::map<TableName, Names> values_;                   ///< by the former name of the enum
  std::map<std::string, Words> all_values_;
  std::map<TableName, Names> columns_;         ///< by the later name of the table
  std::map<TableName, Names> reused_columns_;  ///< by both names of it; another has the name now
  bool reuses_names_ = false;
  std::map<std::string, Words> relations_;  ///< tables and indexes
  std::map<std::string, Words> words_;      ///< all names
};

}  // namespace ddltrail
