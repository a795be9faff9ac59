// What can be inserted and updated, by the kind of the column and of the relation: the types say what the server does.
import assert from 'node:assert/strict';
import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import { connect } from './connection.js';
import type { Database } from './db/database.js';
import type { Unlabelled } from './db/public/enums/unlabelled.js';
import { holds, type Equal } from './equal.js';

type Row<T extends keyof Database> = Selectable<Database[T]>;
type New<T extends keyof Database> = Insertable<Database[T]>;
type Update<T extends keyof Database> = Updateable<Database[T]>;
type Moment = Date | string;

// Partitions are part of their table. Inheriting tables are tables of their own.
holds<Equal<Record<keyof Database, 0>, Record<
  'columns_of_all_kinds' | 'events' | 'cities' | 'capitals' | 'part_of_events' | 'counted' | 'by_trigger' | 'kept' | 'lines'
  | 'remote' | 'never_filled' | 'over_kinds' | 'over_that' | 'taken_over' | 'ruled', 0>>>();

holds<Equal<Row<'columns_of_all_kinds'>, {
  plain: number; nullable: number | null; with_default: number; nullable_default: number | null; default_null: number | null;
  serial_number: number; always_identity: number; own_identity: number; doubled: number | null; big: string;
}>>();
holds<Equal<New<'columns_of_all_kinds'>, {
  plain: number; nullable?: number | null; with_default?: number; nullable_default?: number | null; default_null?: number | null;
  serial_number?: number; own_identity?: number; big?: string | number | bigint;
}>>();
holds<Equal<Update<'columns_of_all_kinds'>, {
  plain?: number; nullable?: number | null; with_default?: number; nullable_default?: number | null; default_null?: number | null;
  serial_number?: number; own_identity?: number; big?: string | number | bigint;
}>>();

// An enum without labels has no values, but its columns are there.
holds<Equal<Row<'never_filled'>, { at: Unlabelled; seen: Unlabelled | null }>>();
holds<Equal<New<'never_filled'>, { at: Unlabelled; seen?: Unlabelled | null }>>();

holds<Equal<New<'events'>, { id: number; at: Moment; note?: string | null }>>();
holds<Equal<New<'capitals'>, { name: string; state: string }>>();

holds<Equal<New<'part_of_events'>, { id?: number | null; at?: Moment | null }>>();
holds<Equal<New<'counted'>, {}>>();
holds<Equal<Update<'counted'>, {}>>();
holds<Equal<New<'by_trigger'>, { at?: Moment | null; events?: string | number | bigint | null }>>();

// A view takes what the table below takes, but where a trigger or a rule does the work.
holds<Equal<New<'over_kinds'>, { plain?: number | null; own_identity?: number | null }>>();
holds<Equal<Update<'over_kinds'>, { plain?: number | null; own_identity?: number | null }>>();
holds<Equal<New<'over_that'>, { plain?: number | null }>>();
holds<Equal<New<'taken_over'>, { plain?: number | null; doubled?: number | null }>>();
holds<Equal<New<'ruled'>, { plain?: number | null; doubled?: number | null }>>();

holds<Equal<Row<'kept'>, { id: number | null; at: Date | null }>>();
holds<Equal<New<'kept'>, {}>>();
holds<Equal<Update<'kept'>, {}>>();

holds<Equal<Row<'lines'>, { line: string }>>();
holds<Equal<New<'lines'>, {}>>();
holds<Equal<New<'remote'>, { id?: number; name?: string | null }>>();

const db = connect();
const untyped = db as Kysely<any>;

async function refuses(table: keyof Database, values: object): Promise<void> {
  await assert.rejects(untyped.insertInto(table).values(values).execute(), /cannot insert|cannot change/, table);
}

await db.insertInto('columns_of_all_kinds').values({ plain: 1 }).execute();
await refuses('columns_of_all_kinds', { plain: 1, always_identity: 1 });
await refuses('columns_of_all_kinds', { plain: 1, doubled: 1 });
await db.insertInto('events').values({ id: 1, at: '2026-01-02' }).execute();
await db.insertInto('part_of_events').values({ id: 1, at: '2026-01-03' }).execute();
await refuses('part_of_events', { id: 1, at: '2026-01-03', loud: 'X' });
await refuses('counted', { at: '2026-01-03' });
await db.insertInto('by_trigger').values({ at: '2026-01-02', events: 3 }).execute();
await db.insertInto('over_kinds').values({ plain: 1 }).execute();
await refuses('over_kinds', { plain: 1, identity: 1 });
await refuses('over_kinds', { plain: 1, doubled: 2 });
await db.insertInto('over_that').values({ plain: 1 }).execute();
await refuses('over_that', { plain: 1, twice: 2 });
await refuses('over_that', { plain: 1, next: 2 });
await db.insertInto('taken_over').values({ plain: 1, doubled: 3 }).execute();
await db.insertInto('ruled').values({ doubled: 3 }).execute();
await refuses('kept', { id: 1 });
await refuses('lines', { line: 'x' });
await db.destroy();
