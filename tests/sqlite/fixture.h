// A database with the log installed and one connection that has the extension.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database.h"

namespace ddltrail::test {

class LogTest : public testing::Test {
 protected:
  LogTest() { db.install(); }

  TemporaryDirectory directory;
  std::string path = directory.file("test.db");
  Connection db{path};
};

}  // namespace ddltrail::test
