// What this folder takes from the reader of CREATE statements: tokens and names.
#pragma once

#include "sqlite_create/keyword.h"
#include "sqlite_create/name.h"
#include "sqlite_create/tokenizer.h"

namespace ddltrail {

using create::is_name_character;
using create::is_space;
using create::same_name;
using create::Token;
using create::Tokenizer;
using create::TokenKind;
using create::unquoted;
using create::upper;

}  // namespace ddltrail
