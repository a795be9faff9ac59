#include "migrate/marked_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/error.h"
#include "migrate/bare_script.h"
#include "migrate/script_reader.h"
#include "migrate/versioned_files.h"

namespace ddltrail::migrate {

const Marks kDbmate{"migrate:up", "migrate:down", "", "transaction:false", "", ""};
const Marks kGoose{"+goose Up", "+goose Down",           "+goose NO TRANSACTION",
                   "",          "+goose StatementBegin", "+goose StatementEnd"};

namespace {

/// A part of the file: what stands behind its mark, and the lines up to the next one.
struct Part {
  std::string options;
  std::string text;
  int first_line = 0;  ///< 0: there is no such part
};

struct Parts {
  Part up;
  Part down;
  bool is_transactional = true;
};

/// What a comment says, in lower case; empty where the line is none.
std::string comment(std::string_view line) {
  return line.starts_with("--") ? lower_case(std::string(trimmed(line.substr(2)))) : "";
}

bool is_mark(const std::string& said, std::string_view mark) {
  return !mark.empty() && said.starts_with(lower_case(std::string(mark))) &&
         (said.size() == mark.size() || is_space(said[mark.size()]));
}

Parts take_apart(std::string_view text, const Marks& marks) {
  Parts parts;
  Part* part = nullptr;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    const std::string said = comment(line);
    if (is_mark(said, marks.no_transaction_file)) parts.is_transactional = false;
    if (is_mark(said, marks.up) || is_mark(said, marks.down)) {
      const bool is_up = is_mark(said, marks.up);
      part = is_up ? &parts.up : &parts.down;
      part->options = said.substr((is_up ? marks.up : marks.down).size());
      part->first_line = number + 1;
    } else if (part) {
      part->text += line;
    }
    text.remove_prefix(end);
  }
  return parts;
}

Script read_part(const Part& part, bool is_transactional, const std::string& path,
                 const Marks& marks, const Dialect& dialect) {
  const bool is_alone = !marks.no_transaction_part.empty() &&
                        part.options.find(marks.no_transaction_part) != std::string::npos;
  const bool is_bare = !is_transactional || is_alone;
  const Script script = read_script(part.text, {path, part.first_line, !is_bare}, dialect);
  return is_bare ? read_bare(script, dialect) : script;
}

/// Each statement with semicolons in it between marks.
std::string between_marks(Script script, const Marks& marks, bool is_bare, const Dialect& dialect) {
  if (!marks.statement_begin.empty())
    for (Section& section : script.sections)
      for (Statement& statement : section.statements)
        if (statement.sql.find(';') != std::string::npos)
          statement.sql = fmt::format("-- {}\n{}-- {}", marks.statement_begin,
                                      terminated(statement.sql), marks.statement_end);
  std::string text = is_bare ? write_bare(script, dialect) : write_script(script);
  if (marks.statement_end.empty()) return text;
  const std::string end = fmt::format("-- {}\n;\n", marks.statement_end);
  for (auto at = text.find(end); at != std::string::npos; at = text.find(end, at))
    text.replace(at + end.size() - 3, 3, "\n");
  return text;
}

}  // namespace

std::vector<Migration> MarkedLayout::read(FileSystem& files, const std::string& folder,
                                          const Dialect& dialect) const {
  std::vector<Migration> migrations;
  for (const std::string& file : files_in(files, folder)) {
    if (!file.ends_with(".sql")) continue;
    const std::string path = folder + "/" + file;
    const auto name = versioned_name(file, ".sql");
    if (!name) {
      warn_of_stray(folder, file);
      continue;
    }
    const Parts parts = take_apart(text_of(files, path), marks_);
    if (parts.up.first_line == 0)
      throw Error("a migration has no way there", path,
                  fmt::format("Put the line -- {} before it.", marks_.up));
    Migration migration{name->version,
                        name->name,
                        read_part(parts.up, parts.is_transactional, path, marks_, dialect),
                        {}};
    if (parts.down.first_line != 0)
      migration.down = read_part(parts.down, parts.is_transactional, path, marks_, dialect);
    migrations.push_back(std::move(migration));
  }
  sort_by_version(migrations);
  return migrations;
}

std::vector<TextFile> MarkedLayout::write(FileSystem&, const std::string&,
                                          const Migration& migration,
                                          const Dialect& dialect) const {
  Script up = migration.up, down = migration.down.value_or(Script());
  const bool has_options = !marks_.no_transaction_part.empty();
  if (has_options)
    for (Script* script : {&up, &down}) *script = as_sent_at_once(*script);
  const bool is_one_bare = must_be_bare(up) || must_be_bare(down);
  std::string text;
  if (is_one_bare && !has_options) text += fmt::format("-- {}\n", marks_.no_transaction_file);
  for (const auto& [script, mark] :
       {std::pair<const Script&, std::string_view>(up, marks_.up),
        std::pair<const Script&, std::string_view>(down, marks_.down)}) {
    const bool is_bare = has_options ? must_be_bare(script) : is_one_bare;
    text +=
        fmt::format("{}-- {}{}\n{}", text.empty() ? "" : "\n", mark,
                    is_bare && has_options ? fmt::format(" {}", marks_.no_transaction_part) : "",
                    between_marks(script, marks_, is_bare, dialect));
  }
  return {{migration.title() + ".sql", std::move(text)}};
}

}  // namespace ddltrail::migrate
