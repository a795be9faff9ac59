// ddltrail.toml: what a project says once instead of on every command line.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generate/custom/setting.h"
#include "generate/typescript/naming.h"
#include "generate/typescript/overrides.h"
#include "source/url.h"

namespace ddltrail {

inline constexpr const char* kConfigName = "ddltrail.toml";
inline constexpr const char* kDefaultOutput = "src/db";

/// [migrations]
struct MigrationSetting {
  std::string directory = "migrations";
  std::string layout = "plain";
  int lock_timeout = 10;           ///< seconds
  int statement_timeout = 0;       ///< seconds; 0: forever
  std::vector<std::string> allow;  ///< names of hazards
  bool has_owners = true;          ///< owner: owners are planned and compared
};

struct Config {
  std::string url;                   ///< as written: a URL, env:NAME, or empty
  std::vector<std::string> include;  ///< of [generate]
  std::vector<std::string> exclude;  ///< of [generate]
  std::string output;                ///< of [typescript]
  std::string default_schema;        ///< of [typescript]; empty: public, or main in SQLite
  bool has_parsers = false;          ///< parsers of [typescript]
  bool has_brands = false;           ///< brands of [typescript]
  bool is_one_file = false;          ///< one_file of [typescript]
  bool has_partitions = false;       ///< partitions of [typescript]
  std::vector<std::string> parts{"types", "routines"};  ///< of [typescript]
  std::string header;                                   ///< of [typescript]
  typescript::Naming naming;                            ///< camel_case and singular of [typescript]
  std::map<std::string, std::string> sqlite_types;      ///< [typescript.sqlite_types]

  custom::Setting own_files;  ///< [[template]] and [[plugin]]
  MigrationSetting migrations;
  typescript::Overrides overrides;  ///< types, columns and imports of [typescript]

  /// The line of each setting: "typescript.types.numeric", `generate.include = "public.*"`.
  std::map<std::string, unsigned> lines;

  /// All that was read but [database] and the output, as one text; empty where there is nothing.
  std::string stamp;

  /// Reads ddltrail.toml in the working directory. Throws Error where it is missing or broken.
  static Config read();
  /// What the text of one says. Throws Error with the line that is wrong.
  static Config parse(const std::string& content);
  /// Empty where it is missing; for commands that work without a project.
  static Config read_if_there();
  /// Throws Error where there is one.
  static void refuse_second();
  /// Writes a new one. Throws Error where there is one.
  void write() const;
};

/// The database to use: `flag` if given, else the config's, else $DATABASE_URL, else `otherwise`.
/// Throws Error where it is empty too.
Url resolve_url(const std::string& flag, const std::string& configured,
                const std::string& otherwise = "");

}  // namespace ddltrail
