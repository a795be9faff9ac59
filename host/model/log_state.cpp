#include "model/log_state.h"

#include "base/error.h"
#include "model/contract.h"

namespace ddltrail {

void LogState::require_known_contract(const std::string& database) const {
  if (contract == kContract) return;
  throw Error("the log of the database keeps contract " + std::to_string(contract) +
                  ", and this tool knows contract " + std::to_string(kContract),
              database, "Install the ddltrail whose version is that of the extension.");
}

}  // namespace ddltrail
