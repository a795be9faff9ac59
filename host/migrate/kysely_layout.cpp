#include "migrate/kysely_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/error.h"
#include "migrate/bare_script.h"
#include "migrate/local_settings.h"
#include "migrate/script_reader.h"
#include "migrate/versioned_files.h"

namespace ddltrail::migrate {
namespace {

constexpr std::string_view kLost = "cannot be undone: ";
constexpr std::string_view kForeignKeysOff = "PRAGMA foreign_keys = OFF";

/// What a module of SQLite has around its statements, and where that is defined in it.
struct Wrapper {
  std::string_view opening;
  std::string_view definition;
};

constexpr std::string_view kClosing = "});";

constexpr Wrapper kInTransaction{"await inTransaction(db, async () => {", R"(
/** Kysely runs migrations of SQLite without a transaction. */
async function inTransaction(db: Kysely<unknown>, run: () => Promise<void>): Promise<void> {
  await sql`BEGIN IMMEDIATE`.execute(db);
  try {
    await run();
    await sql`COMMIT`.execute(db);
  } catch (error) {
    await sql`ROLLBACK`.execute(db).catch(() => undefined);
    throw error;
  }
}
)"};

constexpr Wrapper kWithoutForeignKeys{"await withoutForeignKeys(db, async () => {", R"(
/** Rows that refer to a table would be deleted while it is made anew. */
async function withoutForeignKeys(db: Kysely<unknown>, run: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ foreign_keys: number }>`PRAGMA foreign_keys`.execute(db);
  await sql`PRAGMA foreign_keys = OFF`.execute(db);
  try {
    await inTransaction(db, run);
  } finally {
    if (rows[0]?.foreign_keys) await sql`PRAGMA foreign_keys = ON`.execute(db);
  }
}
)"};

/// Null where Kysely runs it in a transaction.
const Wrapper* wrapper_of(const Script& script, const Dialect& dialect) {
  if (!dialect.is_bare_in_kysely || script.sections.empty()) return nullptr;
  return script.has_foreign_keys_off ? &kWithoutForeignKeys : &kInTransaction;
}

/// As between the backticks of a template.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hole = text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{';
    if (text[i] == '`' || text[i] == '\\' || is_hole) out += '\\';
    text[i] == '\r' ? out += "\\r" : out += text[i];
  }
  return out;
}

void write_function(std::string& text, const char* name, const Script& script,
                    const Wrapper* wrapper) {
  text += fmt::format("\nexport async function {}(db: Kysely<unknown>): Promise<void> {{\n", name);
  for (const std::string& remark : script.remarks)
    text += fmt::format("  // {}\n", one_line(remark));
  for (const std::string& lost : script.lost)
    text += fmt::format("  // {}{}\n", kLost, one_line(lost));
  if (wrapper) text += fmt::format("  {}\n", wrapper->opening);
  for (const Section& section : script.sections)
    for (const Statement& statement : section.statements)
      text += fmt::format("{}  await sql`{}`.execute(db);\n", wrapper ? "  " : "",
                          escaped(statement.sql));
  if (wrapper) text += fmt::format("  {}\n", kClosing);
  text += "}\n";
}

/// The body of one function of a module.
class FunctionReader {
 public:
  FunctionReader(const std::string& text, const std::string& path) : path_(path), reader_(text) {}

  /// False where there is no such function.
  bool enter(const std::string& name) {
    while (!reader_.is_at_end()) {
      if (reader_.is_at("function " + name + "(")) {
        reader_.skip_past("{", "a function");
        return true;
      }
      reader_.skip(1);
    }
    return false;
  }

  Script read() {
    script_.path = path_;
    while (true) {
      while (is_space(reader_.peek())) reader_.skip(1);
      if (reader_.is_at("//"))
        comment();
      else if (reader_.is_at(kInTransaction.opening))
        reader_.skip(kInTransaction.opening.size());
      else if (reader_.is_at(kWithoutForeignKeys.opening))
        without_foreign_keys();
      else if (reader_.is_at(kClosing))
        reader_.skip(kClosing.size());
      else if (reader_.is_at("await sql`"))
        statement();
      else if (reader_.peek() == '}')
        return std::move(script_);
      else
        refuse("cannot read what a migration does");
    }
  }

 private:
  [[noreturn]] void refuse(const char* what) {
    throw Error(fmt::format("{} (line {})", what, reader_.line()), path_,
                "Only statements that are written as await sql`...`.execute(db); can be run.");
  }

  void comment() {
    const std::size_t start = reader_.at();
    while (!reader_.is_at_end() && reader_.peek() != '\n') reader_.skip(1);
    const std::string_view said = trimmed(reader_.since(start).substr(2));
    if (said.starts_with(kLost)) script_.lost.emplace_back(said.substr(kLost.size()));
  }

  void without_foreign_keys() {
    script_.has_foreign_keys_off = true;
    reader_.skip(kWithoutForeignKeys.opening.size());
  }

  void statement() {
    const int line = reader_.line();
    reader_.skip_past("`", "a statement");
    const std::string sql = text_of_template();
    constexpr std::string_view kEnd = ".execute(db);";
    if (!reader_.is_at(kEnd)) refuse("cannot read what a migration does");
    reader_.skip(kEnd.size());
    if (sql == kForeignKeysOff)
      script_.has_foreign_keys_off = true;
    else
      add_statement(script_, sql, true, line);
  }

  std::string text_of_template() {
    std::string text;
    while (reader_.peek() != '`') {
      if (reader_.is_at_end()) refuse("a statement has no end");
      if (reader_.is_at("${")) refuse("a statement has values that only the program knows");
      if (reader_.peek() == '\\') {
        reader_.skip(1);
        text += unescaped(reader_.peek());
      } else {
        text += reader_.peek();
      }
      reader_.skip(1);
    }
    reader_.skip(1);
    return text;
  }

  char unescaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case '`':
      case '\\':
      case '$':
      case '{':
      case '\'':
      case '"':
        return c;
      default:
        refuse("cannot read an escape in a statement");
    }
  }

  const std::string& path_;
  ScriptReader reader_;
  Script script_;
};

void require_one_transaction(const Script& script) {
  if (!script.is_one_transaction())
    throw Error("Kysely runs all migrations in one transaction", bare_statement(script),
                "Plan with --offline, or use another layout.");
}

}  // namespace

std::vector<Migration> KyselyLayout::read(FileSystem& files, const std::string& folder,
                                          const Dialect&) const {
  std::vector<Migration> migrations;
  for (const std::string& file : files_in(files, folder)) {
    if (!file.ends_with(".ts") || file.ends_with(".d.ts")) continue;
    const std::string path = folder + "/" + file;
    const auto name = versioned_name(file, ".ts");
    if (!name) {
      warn_of_stray(folder, file);
      continue;
    }
    const std::string text = text_of(files, path);
    FunctionReader up(text, path), down(text, path);
    if (!up.enter("up"))
      throw Error("a migration has no way there", path, "Export an async function up(db).");
    Migration migration{name->version, name->name, up.read(), {}};
    if (down.enter("down")) migration.down = down.read();
    migrations.push_back(std::move(migration));
  }
  sort_by_version(migrations);
  return migrations;
}

std::vector<TextFile> KyselyLayout::write(FileSystem&, const std::string&,
                                          const Migration& migration,
                                          const Dialect& dialect) const {
  const Script down = migration.down.value_or(Script());
  require_one_transaction(migration.up);
  require_one_transaction(down);
  std::string text = "import { type Kysely, sql } from \"kysely\";\n";
  const Wrapper* there = wrapper_of(migration.up, dialect);
  const Wrapper* back = wrapper_of(down, dialect);
  write_function(text, "up", with_settings_ended(migration.up), there);
  write_function(text, "down", with_settings_ended(down), back);
  if (there || back) text += kInTransaction.definition;
  if (there == &kWithoutForeignKeys || back == &kWithoutForeignKeys)
    text += kWithoutForeignKeys.definition;
  return {{migration.title() + ".ts", std::move(text)}};
}

}  // namespace ddltrail::migrate
