// What the configuration says of a type and of columns holds in rows and inserts; the rest is as ever.
import type { Insertable, Selectable } from 'kysely';
import type { Database } from './db/database.js';
import { holds, type Equal } from './equal.js';
import type { Decimal, Settings, Wallets } from './own.js';

holds<Equal<Selectable<Database['wallets']>, {
  id: number; balance: Decimal; settings: Settings<'dark' | 'light'>; self: Wallets | null; note: string | null;
}>>();
holds<Equal<Insertable<Database['wallets']>, {
  id: number; balance: Decimal; settings: Settings<'dark' | 'light'>; self?: Wallets | null; note?: string | null;
}>>();
