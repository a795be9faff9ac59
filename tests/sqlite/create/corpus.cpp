#include "corpus.h"

#include <algorithm>
#include <sstream>

#include "../database.h"
#include "sqlite_create/tokenizer.h"

namespace ddltrail::test {
namespace {

bool reaches_files(const std::string& sql) {
  std::string word(create::Tokenizer(sql).next_solid().text);
  std::transform(word.begin(), word.end(), word.begin(), toupper);
  return word == "ATTACH" || word == "VACUUM" || word == "PRAGMA";
}

bool is_shell_command(const std::string& line) { return line[0] == '.' || line[0] == '\\'; }

}  // namespace

std::vector<std::filesystem::path> sql_files() {
  const auto root = std::filesystem::path(DDLTRAIL_SQL_DIR).parent_path();
  std::vector<std::filesystem::path> files;
  for (const auto* folder : {"sql", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
      if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> statements_of(const std::filesystem::path& file) {
  std::vector<std::string> statements;
  std::istringstream text(read_file(file));
  std::string statement;
  for (std::string line; std::getline(text, line);) {
    if (statement.empty() && (line.empty() || is_shell_command(line))) continue;
    statement += line + '\n';
    if (sqlite3_complete(statement.c_str()) == 0) continue;
    if (!reaches_files(statement)) statements.push_back(statement);
    statement.clear();
  }
  return statements;
}

}  // namespace ddltrail::test
