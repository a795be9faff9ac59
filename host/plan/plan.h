// What turns one schema into another: statements in an order in which the database takes them, each
// with what may go wrong.
#pragma once

#include <string>
#include <string_view>
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

/// Why a step may hurt.
struct Risk {
  Hazard hazard;
  std::string object;  ///< for people
  std::string why;     ///< lower-case start, no period
  bool operator==(const Risk&) const = default;
};

struct Step {
  std::string sql;  ///< one statement, without a semicolon
  std::vector<Risk> risks;
  bool is_transactional = true;  ///< it may run inside of a transaction
};

struct Plan {
  std::vector<std::string> preparation;  ///< what must run outside of the transaction, before it
  std::vector<Step> steps;               ///< neighbours that are transactional in one transaction
  /// Where something went and something like it came, which nobody called a rename.
  std::vector<std::string> questions;

  bool empty() const { return steps.empty(); }
};

/// The script, its transaction included; empty where there is nothing to do.
std::string script_of(const Plan& plan);

/// What the renames name keeps its rows. Throws Error where the schemas are of different engines, a
/// rename names nothing, or the engine cannot be planned for.
Plan plan(const Schema& from, const Schema& to, const Renames& renames);

/// Makes the schema from nothing. Throws Error where the engine cannot be planned for.
std::string create_script(const Schema& schema);

}  // namespace ddltrail
