// Text from the database becomes TypeScript here and nowhere else: literals, property names,
// comments.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail::typescript {

/// A string literal in those quotes of which the text has fewer, double ones otherwise; nothing in
/// it can end it or change how the line is shown.
std::string literal(std::string_view text);

/// The same as JSON in a template literal whose raw text is read.
std::string json_literal(std::string_view text);

/// The text as it can stand in quotes of any kind and in a comment.
std::string escaped(std::string_view text);

/// A property name: bare where it is an identifier, else a literal.
std::string property(std::string_view name);

/// A JSDoc comment, each line indented by `indent`; empty where there is no text. "@deprecated" is
/// a tag wherever it stands in the text.
std::string doc_comment(std::string_view text, std::string_view indent);

/// What a name of ASCII letters consists of: letters, digits, "_" and "$".
bool is_in_name(char c);

/// A comment for the top of a file; empty where there is no text.
std::string file_comment(std::string_view text);

/// The text of the tag "@deprecated", to the end of its line; empty where there is none.
std::string deprecation(std::string_view text);

/// An exported interface; `members` are its lines.
std::string interface_of(const std::string& name, const std::string& members);

/// True for words that cannot name a function or a parameter.
bool is_keyword(std::string_view identifier);

/// True for words that cannot name a type in a generated file: keywords, globals, Kysely's helpers.
bool is_reserved(std::string_view identifier);

}  // namespace ddltrail::typescript
