// The contract that this tool knows.
#pragma once

namespace ddltrail {

/// Major version, `contract` in sql/contract.json.
inline constexpr int kContract = 1;

}  // namespace ddltrail
