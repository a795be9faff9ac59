// The two kinds of databases.
#pragma once

#include <string_view>

namespace ddltrail {

enum class Engine { kPostgres, kSqlite };

/// postgresql, sqlite: as in URLs.
constexpr std::string_view name_of(Engine engine) {
  return engine == Engine::kPostgres ? "postgresql" : "sqlite";
}

}  // namespace ddltrail
