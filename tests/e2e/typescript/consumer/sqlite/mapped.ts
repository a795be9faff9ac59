// Declared types that the configuration maps to others; the rest is as ever.
import type { Insertable, Selectable } from 'kysely';
import type { Database } from './db/database.js';
import type { Json, SqliteValue } from './db/scalars.js';
import { holds, type Equal } from './equal.js';

holds<Equal<Selectable<Database['mapped']>, {
  id: number; flag: boolean | null; at: number | null; price: string | number | null; document: Json | null; large: bigint | null;
  other: SqliteValue | null; day: string | null;
}>>();
holds<Equal<Insertable<Database['mapped']>, {
  id?: number; flag?: boolean | null; at?: number | null; price?: string | number | null; document?: Json | null; large?: bigint | null;
  other?: SqliteValue | null; day?: string | null;
}>>();
holds<Equal<Insertable<Database['strict']>, { id?: number; any: SqliteValue; flag: number }>>();
