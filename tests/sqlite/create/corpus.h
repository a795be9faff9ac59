// The statements that SQLite takes among those of the SQL files of the repository.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ddltrail::test {

/// Every *.sql under sql/ and tests/, in the order of their names.
std::vector<std::filesystem::path> sql_files();

/// The statements of a script, without the commands of the shells between them. Those that would
/// reach into files are left out.
std::vector<std::string> statements_of(const std::filesystem::path& file);

}  // namespace ddltrail::test
