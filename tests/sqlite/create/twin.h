// The proof of the reader of CREATE statements: what is read and printed makes the same schema
// again, says SQLite.
#pragma once

#include <string>
#include <vector>

#include "../database.h"

namespace ddltrail::test {

/// Why reading and printing does not keep the text; empty where it does.
std::string lost_in_print(const std::string& sql);

/// What SQLite reads from the texts of the schema, a line for each table, column, key and index.
/// Where it cannot, the error.
std::vector<std::string> described(Connection& db);

/// Makes in `twin`, which is empty, what `db` has, from the texts as they are printed.
void make_twin(Connection& db, Connection& twin);

}  // namespace ddltrail::test
