// Partitions as tables: their rows are those of the table, their defaults, checks and keys their own.
import assert from 'node:assert/strict';
import type { Insertable, Selectable } from 'kysely';
import { connect } from './connection.js';
import type { Database } from './db/database.js';
import { Visits2026Entity } from './db/public/entities/visits_2026.js';
import { PeopleRepository } from './db/public/repositories/people.js';
import { Visits2026Repository } from './db/public/repositories/visits_2026.js';
import { VisitsRepository } from './db/public/repositories/visits.js';
import { holds, type Equal } from './equal.js';

type Row<T extends keyof Database> = Selectable<Database[T]>;
type New<T extends keyof Database> = Insertable<Database[T]>;
type Moment = Date | string;

holds<Equal<Row<'events_2026'>, Row<'events'>>>();
holds<Equal<New<'events_2026_one'>, New<'events'>>>();
holds<Equal<New<'visits'>, { day: Moment; number: number; person_id: number }>>();
holds<Equal<New<'visits_2026'>, { day: Moment; number?: number; person_id: number }>>();

const db = connect();
await db.insertInto('events_2026').values({ id: 1, at: '2026-05-01' }).execute();
await assert.rejects(db.insertInto('events_2026_one').values({ id: 2, at: '2026-05-01' }).execute(), /partition constraint/);
const seen = await db.selectFrom('events_2026_one').select('id').execute();
assert.deepEqual(seen, [{ id: 1 }]);

const visits = new Visits2026Repository(db);
await new PeopleRepository(db).create({ id: 1 });
await visits.create({ day: '2026-06-01', person_id: 1 });
await new PeopleRepository(db).create({ id: 2 });
await visits.upsertByNumber({ day: '2026-06-01', number: 7, person_id: 2 });
await assert.rejects(visits.create({ day: '2025-06-01', person_id: 1 }), /partition constraint/);
const found = await visits.findByNumber(7);
assert.equal(found?.person_id, 2);
assert.equal(await new VisitsRepository(db).count(), 1);
const person = await new PeopleRepository(db).findWithRelations(2, ['visits', 'visits_2026.person']);
assert.deepEqual([person?.visits.length, person?.visits_2026[0]?.person.id], [1, 2]);
const violations = Visits2026Entity.validateNew({ day: '2026-06-03', number: 100, person_id: 1 });
assert.deepEqual(violations.map((violation) => violation.column), ['number']);
await db.destroy();
