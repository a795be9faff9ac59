#include "policy.h"

#include "internal_scope.h"
#include "writer.h"

namespace ddltrail {

void give_up(const ErrorData* error) {
  ErrorData* another = attempt([&] { internally([&] { mark_broken(error->message); }); });
  ereport(WARNING, (errmsg("ddltrail did not log this command: %s", error->message),
                    another == nullptr ? errdetail("The log is marked as broken.")
                                       : errdetail("Nor could the log be marked as broken: %s",
                                                   another->message)));
}

}  // namespace ddltrail
