// Lays out code in lines of 80 columns the way that Prettier does with its default options: what
// fits stays on one line, what does not is broken at its outermost brackets first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail::typescript {

/// Code with the places where it may be broken.
class Layout {
 public:
  /// No line breaks in it.
  static Layout text(std::string_view text);
  /// A line break where the group around it is broken; else a space, or nothing.
  static Layout line();
  static Layout soft_line();
  /// Shown only where the group around it is broken.
  static Layout if_broken(std::string_view text);
  /// One after the other.
  static Layout all(std::vector<Layout> parts);
  /// Lines that begin in it stand two columns further to the right.
  static Layout indented(std::vector<Layout> parts);
  /// Broken as a whole or not at all.
  static Layout group(std::vector<Layout> parts);
  /// Items in brackets, one a line where they do not fit. `space`: inside the brackets.
  static Layout list(std::string_view open, const std::vector<Layout>& items,
                     std::string_view close, bool space);
  /// A type that was written in one line: generic arguments and unions can be broken.
  static Layout type(std::string_view text);
  /// " = " and the type that a name stands for.
  static Layout alias(std::string_view type);

  /// The code; `indent`: the column where its first line begins and the others are meant to.
  std::string print(int indent = 0) const;

 private:
  enum class Kind { kText, kLine, kSoftLine, kIfBroken, kAll, kIndented, kGroup };
  class Printer;

  explicit Layout(Kind kind) : kind_(kind) {}
  static Layout with(Kind kind, std::vector<Layout> parts);

  Kind kind_;
  std::string text_;
  std::vector<Layout> parts_;
};

/// The items in square brackets, one a line: as Prettier has several objects or lists. `indent`:
/// that of the closing bracket.
std::string one_a_line(const std::vector<Layout>& items, int indent);

/// A line, or several, that begins with a text and ends with a semicolon.
std::string statement(std::string_view begin, Layout rest, int indent = 0);

/// Most lines do: those need no layout. `line` ends with a line break.
bool fits_one_line(std::string_view line);

/// "  name: type;", the line of an interface, or the lines.
std::string member(std::string_view name, std::string_view type);

/// "export type name = type;"
std::string type_alias(std::string_view name, std::string_view type);

}  // namespace ddltrail::typescript
