#include <gmock/gmock.h>

#include "base/error.h"
#include "migrate/script.h"

namespace ddltrail::migrate {
namespace {

const Dialect& postgres() { return dialect_of(Engine::kPostgres); }
const Dialect& sqlite() { return dialect_of(Engine::kSqlite); }

Script read(const std::string& text) { return read_script(text, {"x.up.sql"}, sqlite()); }

std::string refusal(const std::string& text, const Dialect& dialect) {
  try {
    read_script(text, {"x.up.sql"}, dialect);
  } catch (const Error& error) {
    return error.line();
  }
  return "none";
}

constexpr const char* kAll =
    "-- hazard: data-loss\n"
    "-- cannot be undone: table users: its rows are gone\n"
    "-- ddltrail: foreign-keys-off\n"
    "SELECT 1;\n"
    "SELECT 2;\n"
    "\n-- ddltrail: no-transaction\n"
    "VACUUM;\n"
    "\n-- ddltrail: transaction\n"
    "SELECT 3;\n";

TEST(MigrationScript, HasSectionsAndWhatIsLost) {
  const Script script = read(kAll);
  EXPECT_TRUE(script.has_foreign_keys_off);
  EXPECT_THAT(script.lost, testing::ElementsAre("table users: its rows are gone"));
  ASSERT_EQ(script.sections.size(), 3u);
  EXPECT_EQ(script.sections[0].statements.size(), 2u);
  EXPECT_FALSE(script.sections[1].is_transactional);
  EXPECT_EQ(script.sections[1].statements[0].sql, "VACUUM");
  EXPECT_EQ(script.sections[1].statements[0].line, 8);
  EXPECT_EQ(script.statement_count(), 4u);
  EXPECT_FALSE(script.is_one_transaction());
}

TEST(MigrationScript, IsReadAsItWasWritten) {
  Script script = read(kAll);
  script.remarks = {"hazard: data-loss"};
  EXPECT_EQ(write_script(script), kAll);
}

TEST(MigrationScript, ChecksumIsOfWhatIsDone) {
  const std::string sum = read("SELECT 1;\nSELECT 2;").checksum();
  EXPECT_EQ(read("-- said\n\nSELECT 1 ;  SELECT 2").checksum(), sum);
  EXPECT_NE(read("SELECT 1; SELECT 3;").checksum(), sum);
  EXPECT_NE(read("-- ddltrail: no-transaction\nSELECT 1; SELECT 2;").checksum(), sum);
  EXPECT_NE(read("-- ddltrail: foreign-keys-off\nSELECT 1; SELECT 2;").checksum(), sum);
  EXPECT_EQ(read("SELECT 1; SELECT 3;").checksum(1), read("SELECT 1; SELECT 2;").checksum(1));
}

TEST(MigrationScript, MayNotEndTheTransactionAroundIt) {
  for (const char* word : {"BEGIN", "commit", "END", "ROLLBACK", "rollback transaction", "ABORT",
                           "START TRANSACTION", "PREPARE TRANSACTION 'x'"})
    EXPECT_EQ(refusal(std::string("SELECT 1;\n") + word + ";", postgres()),
              "a migration may not begin or end its transaction (line 2): \"x.up.sql\"")
        << word;
  EXPECT_EQ(refusal("SAVEPOINT a; ROLLBACK TO a; ROLLBACK TO SAVEPOINT a; RELEASE a;", postgres()),
            "none");
  EXPECT_EQ(refusal("-- ddltrail: no-transaction\nBEGIN; COMMIT;", postgres()), "none");
}

TEST(MigrationScript, RefusesWhatItCannotDo) {
  EXPECT_EQ(refusal("\n-- ddltrail: notransaction", sqlite()),
            "there is no mark \"notransaction\" (line 2): \"x.up.sql\"");
  EXPECT_EQ(refusal("-- ddltrail: foreign-keys-off", postgres()),
            "there is no mark \"foreign-keys-off\" (line 1): \"x.up.sql\"");
  EXPECT_EQ(refusal("COPY t FROM STDIN;", postgres()),
            "a migration cannot read rows that follow in the file (line 1): \"x.up.sql\"");
  EXPECT_EQ(refusal("SELECT '", sqlite()), "a string has no end (line 1): \"x.up.sql\"");
}

TEST(MigrationScript, MarksInStringsAreNone) {
  EXPECT_TRUE(read("SELECT '\n-- ddltrail: no-transaction\n';").is_one_transaction());
}

}  // namespace
}  // namespace ddltrail::migrate
