#include "generate/typescript/layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text_width.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

constexpr int kWidth = 80;
constexpr int kStep = 2;

}  // namespace

bool fits_one_line(std::string_view line) { return width_of(line) <= kWidth + 1; }

Layout Layout::with(Kind kind, std::vector<Layout> parts) {
  Layout layout(kind);
  layout.parts_ = std::move(parts);
  return layout;
}

Layout Layout::text(std::string_view text) {
  Layout layout(Kind::kText);
  layout.text_ = text;
  return layout;
}

Layout Layout::line() { return Layout(Kind::kLine); }

Layout Layout::soft_line() { return Layout(Kind::kSoftLine); }

Layout Layout::if_broken(std::string_view text) {
  Layout layout(Kind::kIfBroken);
  layout.text_ = text;
  return layout;
}

Layout Layout::all(std::vector<Layout> parts) { return with(Kind::kAll, std::move(parts)); }

Layout Layout::indented(std::vector<Layout> parts) {
  return with(Kind::kIndented, std::move(parts));
}

Layout Layout::group(std::vector<Layout> parts) { return with(Kind::kGroup, std::move(parts)); }

Layout Layout::list(std::string_view open, const std::vector<Layout>& items, std::string_view close,
                    bool space) {
  if (items.empty()) return text(std::string(open) + std::string(close));
  std::vector<Layout> inner;
  for (const Layout& item : items) {
    inner.push_back(inner.empty() ? (space ? line() : soft_line()) : line());
    inner.push_back(item);
    inner.push_back(&item == &items.back() ? if_broken(",") : text(","));
  }
  return group({text(open), indented(std::move(inner)), space ? line() : soft_line(), text(close)});
}

/// Keeps to the rest of the line while it is possible.
class Layout::Printer {
 public:
  explicit Printer(int column) : column_(column) {}

  void print(const Layout& layout, int indent, bool is_broken) {
    switch (layout.kind_) {
      case Kind::kText:
        return write(layout.text_);
      case Kind::kIfBroken:
        return write(is_broken ? layout.text_ : "");
      case Kind::kLine:
        return is_broken ? new_line(indent) : write(" ");
      case Kind::kSoftLine:
        return is_broken ? new_line(indent) : write("");
      case Kind::kAll:
        return print_parts(layout, indent, is_broken);
      case Kind::kIndented:
        return print_parts(layout, indent + kStep, is_broken);
      case Kind::kGroup:
        return print_parts(layout, indent, !fits(layout));
    }
  }

  /// What follows on the same line, behind the layout that is printed next.
  int rest = 0;
  std::string out;

 private:
  void print_parts(const Layout& layout, int indent, bool is_broken) {
    const int outer = rest;
    for (auto part = layout.parts_.begin(); part != layout.parts_.end(); ++part) {
      rest = width_until_break(part + 1, layout.parts_.end(), is_broken, outer);
      print(*part, indent, is_broken);
    }
    rest = outer;
  }

  bool fits(const Layout& group) const { return column_ + flat_width(group) + rest <= kWidth; }

  static int flat_width(const Layout& layout) {
    if (layout.kind_ == Kind::kText) return width_of(layout.text_);
    if (layout.kind_ == Kind::kLine) return 1;
    int width = 0;
    for (const Layout& part : layout.parts_) width += flat_width(part);
    return width;
  }

  using Place = std::vector<Layout>::const_iterator;

  static int width_until_break(Place part, Place end, bool is_broken, int outer) {
    int width = 0;
    for (; part != end; ++part) {
      const bool is_line = part->kind_ == Kind::kLine || part->kind_ == Kind::kSoftLine;
      if (is_broken && is_line) return width;
      // An indented part begins with a line, as lists and unions are made.
      if (is_broken && part->kind_ == Kind::kIndented) return width;
      if (is_broken && part->kind_ == Kind::kIfBroken) width += width_of(part->text_);
      width += flat_width(*part);
    }
    return width + outer;
  }

  void write(std::string_view text) {
    out += text;
    column_ += width_of(text);
  }

  void new_line(int indent) {
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
    out.append(static_cast<std::size_t>(indent), ' ');
    column_ = indent;
  }

  int column_;
};

std::string Layout::print(int indent) const {
  Printer printer(indent);
  printer.print(*this, indent, false);
  return printer.out;
}

namespace {

/// The end of the part of a type at `start` that a separator at the same depth ends.
std::size_t end_of_part(std::string_view type, std::size_t start, std::string_view separator) {
  int depth = 0;
  for (std::size_t i = start; i < type.size(); ++i) {
    const char c = type[i];
    if (c == '"' || c == '\'') {
      for (++i; i < type.size() && type[i] != c; ++i) i += type[i] == '\\' ? 1 : 0;
    } else if (depth == 0 && type.substr(i).starts_with(separator)) {
      return i;
    } else if (c == '<' || c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == '>' || c == ')' || c == ']' || c == '}') {
      --depth;
    }
  }
  return type.size();
}

std::vector<std::string_view> parts_of(std::string_view type, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= type.size();) {
    const auto end = end_of_part(type, start, separator);
    parts.push_back(type.substr(start, end - start));
    start = end + separator.size();
  }
  return parts;
}

/// "string", "Orders": no brackets.
bool is_name(std::string_view type) { return std::all_of(type.begin(), type.end(), is_in_name); }

/// A name that is not one of the language's own, with arguments or without.
bool is_reference(std::string_view type) {
  const bool is_own_name = !type.empty() && type.front() >= 'A' && type.front() <= 'Z';
  return is_own_name && is_name(type.substr(0, end_of_part(type, 0, "<"))) &&
         (is_name(type) || type.ends_with('>'));
}

/// A reference or null: broken at the most in the reference's own brackets.
bool is_hugged(const std::vector<std::string_view>& members) {
  return members.size() == 2 && members.back() == "null" && is_reference(members.front());
}

Layout single_type(std::string_view type);

Layout hugged(std::string_view reference) {
  return Layout::all({single_type(reference), Layout::text(" | null")});
}

/// One member a line, each after a bar, where they do not fit.
Layout members_of_union(const std::vector<std::string_view>& members) {
  std::vector<Layout> inner{Layout::if_broken("| ")};
  for (const auto member : members) {
    if (inner.size() > 1) inner.insert(inner.end(), {Layout::line(), Layout::text("| ")});
    inner.push_back(single_type(member));
  }
  return Layout::group(std::move(inner));
}

Layout argument(std::string_view type) {
  const auto members = parts_of(type, " | ");
  if (members.size() == 1) return single_type(type);
  return is_hugged(members) ? hugged(members.front()) : members_of_union(members);
}

bool is_single_simple(const std::vector<std::string_view>& arguments) {
  return arguments.size() == 1 &&
         (is_name(arguments[0]) || is_hugged(parts_of(arguments[0], " | ")));
}

/// In brackets, broken behind the opening one and before the closing one.
Layout bracketed(std::string_view open, std::vector<Layout> inner, std::string_view close) {
  inner.insert(inner.begin(), Layout::soft_line());
  return Layout::group({Layout::text(open), Layout::indented(std::move(inner)), Layout::soft_line(),
                        Layout::text(close)});
}

/// The arguments of a generic type; none where it is not one.
std::vector<std::string_view> arguments_of(std::string_view type) {
  const auto open = end_of_part(type, 0, "<");
  if (open == type.size() || !type.ends_with('>')) return {};
  return parts_of(type.substr(open + 1, type.size() - open - 2), ", ");
}

Layout single_type(std::string_view type) {
  if (type.starts_with('(')) {
    const auto end = end_of_part(type, 1, ")");
    const bool is_array = type.find_first_not_of("[]", end + 1) == std::string_view::npos;
    if (is_array)
      return bracketed("(", {members_of_union(parts_of(type.substr(1, end - 1), " | "))},
                       type.substr(end));
  }
  const auto arguments = arguments_of(type);
  if (arguments.empty() || is_single_simple(arguments)) return Layout::text(type);
  std::vector<Layout> inner;
  for (const auto each : arguments) {
    if (!inner.empty()) inner.insert(inner.end(), {Layout::text(","), Layout::line()});
    inner.push_back(argument(each));
  }
  return bracketed(type.substr(0, type.find('<') + 1), std::move(inner), ">");
}

}  // namespace

Layout Layout::type(std::string_view text) {
  const auto members = parts_of(text, " | ");
  if (members.size() == 1) return single_type(text);
  if (is_hugged(members)) return hugged(members.front());
  return group({indented({soft_line(), members_of_union(members)})});
}

Layout Layout::alias(std::string_view text) {
  const auto members = parts_of(text, " | ");
  const auto arguments = arguments_of(text);
  const bool is_broken_inside =
      members.size() > 1 ? !is_hugged(members) : !arguments.empty() && !is_single_simple(arguments);
  if (is_broken_inside) return all({Layout::text(" = "), type(text)});
  return group({Layout::text(" ="), indented({line(), Layout::text(text)})});
}

std::string member(std::string_view name, std::string_view type) {
  const std::string flat = fmt::format("  {}: {};\n", name, type);
  if (fits_one_line(flat)) return flat;
  return statement(std::string(name) + ": ", Layout::type(type), kStep);
}

std::string type_alias(std::string_view name, std::string_view type) {
  const std::string flat = fmt::format("export type {} = {};\n", name, type);
  if (fits_one_line(flat)) return flat;
  return statement("export type " + std::string(name), Layout::alias(type));
}

std::string one_a_line(const std::vector<Layout>& items, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string out = "[\n";
  for (const Layout& item : items)
    out += margin + "  " + Layout::all({item, Layout::text(",")}).print(indent + kStep) + '\n';
  return out + margin + ']';
}

std::string statement(std::string_view begin, Layout rest, int indent) {
  const Layout whole = Layout::all({Layout::text(begin), std::move(rest), Layout::text(";")});
  return std::string(static_cast<std::size_t>(indent), ' ') + whole.print(indent) + '\n';
}

}  // namespace ddltrail::typescript
