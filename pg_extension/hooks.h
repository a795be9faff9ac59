// What the extension hangs into the server: the hooks that tell which objects a command touches and
// which statement runs, and the callbacks that keep the stack of commands right when transactions
// end.
#pragma once

namespace ddltrail {

/// Installs all of them, in front of those of others. Called once, when the library is loaded.
void install_hooks();

}  // namespace ddltrail
