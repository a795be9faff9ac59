// CREATE TRIGGER as a structure. The statements stay text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sqlite_create/expression.h"
#include "sqlite_create/head.h"

namespace ddltrail::create {

enum class TriggerTime { kBefore, kAfter, kInsteadOf };
enum class TriggerEvent { kDelete, kInsert, kUpdate };

struct Trigger {
  Head head;
  TriggerTime time = TriggerTime::kBefore;  // where none is written too
  TriggerEvent event = TriggerEvent::kDelete;
  std::vector<std::string> columns;  // of UPDATE OF
  std::string table_schema;          // empty: none is written
  std::string table;
  std::optional<Expression> condition;
  std::string body;  // BEGIN ... END
  bool operator==(const Trigger&) const = default;
};

/// From behind TRIGGER. Throws ReadError.
Trigger read_trigger(TokenStream& tokens, Head head);

}  // namespace ddltrail::create
