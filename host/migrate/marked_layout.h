// One SQL file for both directions, parted by marks, as dbmate and goose read it.
#pragma once

#include "migrate/layout.h"

namespace ddltrail::migrate {

/// What a tool calls the parts, without the dashes; read in any case.
struct Marks {
  std::string_view up;
  std::string_view down;
  /// Of the whole file, and what stands behind the mark of a part: nothing in it is a transaction.
  std::string_view no_transaction_file;
  std::string_view no_transaction_part;
  /// Around a statement with semicolons in it; empty where the tool does not part statements.
  std::string_view statement_begin;
  std::string_view statement_end;
};

extern const Marks kDbmate;
extern const Marks kGoose;

class MarkedLayout : public Layout {
 public:
  explicit MarkedLayout(const Marks& marks) : marks_(marks) {}
  std::vector<Migration> read(FileSystem& files, const std::string& folder,
                              const Dialect& dialect) const override;
  std::vector<TextFile> write(FileSystem& files, const std::string& folder,
                              const Migration& migration, const Dialect& dialect) const override;

 private:
  const Marks& marks_;
};

}  // namespace ddltrail::migrate
