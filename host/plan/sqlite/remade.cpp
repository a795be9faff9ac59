#include "plan/sqlite/remade.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/ascii.h"
#include "base/error.h"
#include "plan/sqlite/words.h"
#include "sqlite_create/name.h"
#include "sqlite_create/source_names.h"
#include "sqlite_create/statement.h"
#include "sqlite_create/tokenizer.h"

namespace ddltrail::sqlite_plan {
namespace {

using Names = Remade::Names;

create::Statement read(const std::string& name, const std::string& definition) {
  try {
    return create::read_statement(definition);
  } catch (const create::ReadError& error) {
    throw Error(std::string("its text cannot be read (") + error.what() + ")", name,
                "Drop it or make it anew, then run again.");
  }
}

/// What is read for each row: UPDATE OF in its head names no table.
std::string queries_in(const std::string& name, const std::string& definition) {
  const create::Statement statement = read(name, definition);
  const auto* trigger = std::get_if<create::Trigger>(&statement);
  if (!trigger) return definition;
  return (trigger->condition ? trigger->condition->text + ";" : "") + trigger->body;
}

/// The tables and views that it stands on, reads and writes, in lower case.
Names sources_of(const std::string& name, const Piece& piece) {
  Names sources;
  for (const std::string& source : create::source_names_in(queries_in(name, piece.definition)))
    sources.insert(lower_case(source));
  if (!piece.table.empty()) sources.insert(lower_case(piece.table));
  return sources;
}

bool is_built_in(const std::string& source) {
  return source.starts_with("sqlite_") || source.starts_with("pragma_") || source == "json_each" ||
         source == "json_tree";
}

bool shares_any(const Names& one, const Names& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](const std::string& name) { return other.contains(name); });
}

class Search {
 public:
  Search(const Pieces& from, const Pieces& to, const Ground& ground)
      : from_(from), to_(to), ground_(ground) {}

  Remade run() {
    differing(from_.indexes, to_.indexes, remade_.indexes);
    differing(from_.views, to_.views, remade_.views);
    differing(from_.triggers, to_.triggers, remade_.triggers);
    for (const auto& [name, piece] : from_.indexes)
      if (ground_.moved.contains(lower_case(piece.table))) remade_.indexes.insert(name);
    standing(from_.views, remade_.views);
    standing(from_.triggers, remade_.triggers);
    for (const std::string& view : remade_.views) pending_.push_back(lower_case(view));
    while (!pending_.empty()) follow();
    return std::move(remade_);
  }

 private:
  static void differing(const Pieces::Named& from, const Pieces::Named& to, Names& remade) {
    for (const auto& [name, piece] : from)
      if (const auto later = to.find(name); later == to.end() || later->second != piece)
        remade.insert(name);
  }

  void standing(const Pieces::Named& pieces, Names& remade) {
    for (const auto& [name, piece] : pieces) {
      const Names sources = sources_of(name, piece);
      if (is_in_the_way(piece, sources)) remade.insert(name);
      if (!remade.contains(name)) remade_.all_others_are_sound &= is_sound(piece, sources);
      for (const std::string& source : sources) readers_[source].push_back({&remade, name});
    }
  }

  bool is_in_the_way(const Piece& piece, const Names& sources) const {
    return shares_any(sources, ground_.moved) || mentions_renamed_column(piece) ||
           (ground_.must_be_sound && !is_sound(piece, sources));
  }

  bool is_sound(const Piece& piece, const Names& sources) const {
    return can_read(sources) && !has_string_in_double_quotes(piece.definition, sources);
  }

  bool can_read(const Names& sources) const {
    return std::all_of(sources.begin(), sources.end(), [&](const std::string& source) {
      return ground_.columns_before.contains(source) || is_built_in(source);
    });
  }

  /// What is no column in double quotes is a string. SQLite writes it in single quotes where it
  /// renames or drops a column, whosever.
  bool has_string_in_double_quotes(const std::string& text, const Names& sources) const {
    create::Tokenizer tokens(text);
    std::string_view before;
    for (create::Token token = tokens.next_solid(); token.kind != create::TokenKind::kEnd;
         token = tokens.next_solid()) {
      if (token.text.front() == '"' && upper_case(std::string(before)) != "AS" &&
          !is_name(lower_case(create::unquoted(token.text)), sources))
        return true;
      before = token.text;
    }
    return false;
  }

  bool is_name(const std::string& text, const Names& sources) const {
    return ground_.columns_before.contains(text) || ground_.columns_after.contains(text) ||
           from_.triggers.contains(text) || is_column(text, sources);
  }

  /// Before and after.
  bool is_column(const std::string& text, const Names& sources) const {
    const auto has_it = [&](const std::map<std::string, Names>& columns) {
      return std::any_of(sources.begin(), sources.end(), [&](const std::string& source) {
        const auto own = columns.find(source);
        return own != columns.end() && own->second.contains(text);
      });
    };
    return has_it(ground_.columns_before) && has_it(ground_.columns_after);
  }

  bool mentions_renamed_column(const Piece& piece) const {
    if (ground_.renamed_columns.empty()) return false;
    Words words;
    words.add(piece.definition);
    return std::any_of(ground_.renamed_columns.begin(), ground_.renamed_columns.end(),
                       [&](const std::string& name) { return words.may_mention(name); });
  }

  /// What reads a view goes with it.
  void follow() {
    const auto readers = readers_.find(pending_.back());
    pending_.pop_back();
    if (readers == readers_.end()) return;
    for (const auto& [remade, name] : readers->second)
      if (remade->insert(name).second && remade == &remade_.views)
        pending_.push_back(lower_case(name));
  }

  const Pieces& from_;
  const Pieces& to_;
  const Ground& ground_;
  Remade remade_;
  std::map<std::string, std::vector<std::pair<Names*, std::string>>> readers_;
  std::vector<std::string> pending_;  ///< views whose readers were not followed
};

}  // namespace

Remade remade_pieces(const Pieces& from, const Pieces& to, const Ground& ground) {
  return Search(from, to, ground).run();
}

}  // namespace ddltrail::sqlite_plan
