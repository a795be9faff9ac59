// What the parse tree of a command tells of it beforehand: what it cannot do need not be looked
// for.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

struct Traits {
  bool spans_transactions;  // commits midway, as CREATE INDEX CONCURRENTLY does
  bool may_drop_members;    // of extensions
  bool drops_whole;         // drops relations with all that is theirs, and nothing of others
  bool makes_table;         // CREATE TABLE
  bool makes_comments;      // on what it makes: those that LIKE copies
  bool makes_types;         // other than those that come with a table or a view
  const RenameStmt* renames_column;  // of relations; null: it does not, or something else
  bool only_adds_columns;            // and leaves those that are there alone
  bool may_change_parents;           // of inheritance and partitions
  bool may_change_dependencies;      // and nothing else: on extensions, of sequences on columns
  bool may_change_options;           // of storage, those of TOAST tables among them
  bool is_told_by_hooks;             // what the server collects for event triggers adds nothing
};

Traits read_traits(Node* parse_tree);

/// The partitions that ALTER TABLE attaches or detaches, as a list of OIDs: neither hooks nor
/// collected commands tell of them.
List* partitions_of(Node* parse_tree);

}  // namespace ddltrail
