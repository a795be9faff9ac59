// For libFuzzer: the reader of CREATE statements refuses a text or reads it as what it prints.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "sqlite_create/statement.h"
#include "sqlite_create/statement_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ddltrail::create;
  const std::string_view sql(reinterpret_cast<const char*>(data), size);
  statement_json(sql);
  try {
    const auto statement = read_statement(sql);
    if (read_statement(print(statement)) != statement) std::abort();
  } catch (const ReadError&) {
    return 0;
  }
  return 0;
}
