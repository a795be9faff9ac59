// A script taken apart: its statements, and the comments between them. The two engines part
// statements differently; neither knows what a statement means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail::migrate {

/// What stands between two semicolons, without what is around it, or a comment that no statement
/// is around: a line of it, without its marks and the white space around it.
struct Piece {
  std::string text;
  int line = 1;
  bool is_comment = false;
  bool operator==(const Piece&) const = default;
};

/// Throws Error with the line where a string, a comment or the like has no end.
std::vector<Piece> split_postgres(std::string_view script);
std::vector<Piece> split_sqlite(std::string_view script);

/// The first words of a statement, in upper case, with one space between them.
std::string first_words(std::string_view statement, int count);

}  // namespace ddltrail::migrate
