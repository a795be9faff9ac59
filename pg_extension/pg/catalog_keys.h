// Which columns of the catalogs hold OIDs of which objects: the server's own table. Apart from
// pg.h, since every file that includes it gets a copy.
#pragma once

#include "pg/pg.h"

extern "C" {
#include "catalog/system_fk_info.h"
}
