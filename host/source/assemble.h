// Puts objects together from the rows of relations, which come in the order of their keys.
#pragma once

#include <vector>

#include "model/object.h"

namespace ddltrail {

/// Rows in the order of (schema, table[, position]) and (schema, enum), compared as bytes.
std::vector<Object> assemble(std::vector<Table> tables, std::vector<Column> columns,
                             std::vector<EnumType> enums);

}  // namespace ddltrail
