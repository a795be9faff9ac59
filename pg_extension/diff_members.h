// The part of the diff that compares what an object consists of, or belongs to, besides columns and
// constraints: parents, rules, triggers that take inserts, members of publications and the like.
#pragma once

#include "command.h"
#include "image.h"
#include "operations.h"

namespace ddltrail {

/// The query of a view: its rule _RETURN.
void diff_query(const ObjectImage& before, const ObjectImage& after, Operations& operations);

/// The parts of one sort: parents, rules, triggers or members.
void diff_members(const ObjectImage& before, const ObjectImage& after, Sort sort,
                  const Command* command, Operations& operations);

/// What SECURITY LABEL changes.
void diff_security_labels(const ObjectImage& before, const ObjectImage& after,
                          const Command* command, Operations& operations);

}  // namespace ddltrail
