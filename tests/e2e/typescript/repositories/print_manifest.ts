// Prints the entity manifest.
import { entities } from "./db/entities.js";
import { manifestOf } from "./db/runtime/manifest.js";

process.stdout.write(manifestOf(entities));
