// The logs of the databases of a connection, as far as it knows them: within a transaction whose
// end is told, and of main from one such transaction to the next. An attached database is another
// file each time it is attached.
#pragma once

#include <map>
#include <string>

#include "log.h"

namespace ddltrail {

class KnownLogs {
 public:
  /// As it is now, in a transaction that holds the write lock. `is_unchanged`: as it was committed.
  struct Revised {
    Log& log;
    bool is_unchanged;
  };
  Revised revise(const Database& database);

  void on_commit() noexcept;
  void forget() noexcept;
  /// What was read in a transaction whose end was not told.
  void forget_revised() noexcept;

 private:
  std::map<std::string, Log> logs_;  // by the name of the database
};

}  // namespace ddltrail
