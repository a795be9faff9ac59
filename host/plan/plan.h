// What turns one schema into another: statements in an order in which the database takes them, each
// with what may go wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

enum class Hazard {
  kDataLoss,
  kLongLock,
  kTableRewrite,
  kIndexBuild,
  kMayFail,           ///< on the rows that there are
  kCorrectness,       ///< what runs meanwhile may see another meaning
  kNotTransactional,  ///< what fails after it leaves it done
  kPermissionChange
};

/// data-loss: as in --allow.
std::string_view name_of(Hazard hazard);
/// Of all hazards.
std::vector<std::string> hazard_names();

/// Why a step may hurt.
struct Risk {
  Hazard hazard;
  std::string object;  ///< for people
  std::string why;     ///< lower-case start, no period
  /// Whose rows it is about: schema and name, as it is called before the plan.
  std::optional<std::pair<std::string, std::string>> table = {};
  std::optional<std::int64_t> rows = {};  ///< of the table, where somebody asked the database
  bool operator==(const Risk&) const = default;
};

struct Step {
  std::string sql;  ///< one statement, without a semicolon
  std::vector<Risk> risks;
  bool is_transactional = true;  ///< it may run inside of a transaction
  bool waits_long = false;       ///< outside of one: nobody waits for it while it does
};

/// What steps run under. Where a session goes on after them, nothing of it is left there.
struct Settings {
  std::vector<std::string> in_transaction;  ///< they end with it
  std::vector<std::string> alone;           ///< before steps that run outside of one
  std::string wait_briefly;                 ///< there: for locks
  std::string wait_long;
  std::vector<std::string> after_alone;  ///< takes them back
};

struct Options {
  /// The simple forms, which keep others waiting; else those that do not, where there are such.
  bool is_offline = false;
  /// On a throw-away database: what is secret in a schema is made up.
  bool is_rehearsal = false;
};

struct Plan {
  std::vector<std::string> preparation;  ///< what must run outside of the transaction, before it
  std::string begin = "BEGIN";           ///< how a transaction begins
  std::vector<Step> steps;               ///< neighbours that are transactional in one transaction
  Settings settings;
  /// Where something went and something like it came, which nobody called a rename.
  std::vector<std::string> questions;

  bool empty() const { return steps.empty(); }
};

/// The steps with the settings that they run under, as steps themselves.
std::vector<Step> steps_with_settings(const Plan& plan);

/// What is sent to the server at once, one after the other: transactions, and what cannot be in
/// one. Empty where there is nothing to do.
std::vector<std::string> sections_of(const Plan& plan);

/// The sections as one script.
std::string script_of(const Plan& plan);

/// What the renames name keeps its rows. Throws Error where the schemas are of different engines, a
/// rename names nothing, or something cannot be planned.
Plan plan(const Schema& from, const Schema& to, const Renames& renames, const Options& options);

/// Makes the schema on a new database.
std::string create_script(const Schema& schema);

}  // namespace ddltrail
