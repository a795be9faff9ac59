// The routines of the database, called through the functions that are generated for them.
import assert from 'node:assert/strict';
import { sql, type RawBuilder } from 'kysely';
import { connect } from './connection.js';
import * as routines from './db/public/routines.js';
import { add as addOfOther } from './db/other/routines.js';
import type { Mood } from './db/public/enums/mood.js';
import type { Things } from './db/public/tables/things.js';
import { holds, type Equal } from './equal.js';

const { add, allThings, countOf, documents, either, many, nameless, noResult, numbers, outs, product, somePair, store } = routines;
type Result<F extends (...parameters: never[]) => unknown> = ReturnType<F> extends RawBuilder<infer T> ? T : never;

holds<Equal<{ r: Result<typeof add> }, { r: number | null }>>();
holds<Equal<{ r: Result<typeof countOf> }, { r: string | null }>>();
holds<Equal<{ r: Result<typeof either> }, { r: unknown }>>();
holds<Equal<Result<typeof many>, { i: number | null; moods: string | null; 'odd name': Date | null }>>();
holds<Equal<Result<typeof outs>, { x: number | null; y: string | null }>>();
holds<Equal<Result<typeof allThings>, Things>>();
holds<Equal<Result<typeof somePair>, { a: number | null; b: Mood | null }>>();
holds<Equal<Result<typeof store>, { total: string | null }>>();
assert.ok(!('byTrigger' in routines) && !('middle' in routines));

const db = connect();

async function value<T>(expression: RawBuilder<T>): Promise<T> {
  const { value } = await db.selectNoFrom(expression.as('value')).executeTakeFirstOrThrow();
  return value as T;
}

assert.equal(await value(add(1)), 111);
assert.equal(await value(add(1, 2, 3)), 6);
assert.equal(await value(add(1, undefined, 3)), 14);
assert.equal(await value(add(1, sql<number>`1 + 1`)), 103);
assert.equal(await value(nameless(1, 1.5, "it's")), "1/1.5/it's");
assert.equal(await value(routines.twiceText('ab')), 'abab');
assert.equal(await value(routines.twiceInt4(4)), 8);
assert.equal(await value(routines.twice()), 2);
assert.equal(await value(countOf([1, 2, 3])), '3');
assert.deepEqual(await value(documents({ a: 1 }, 'ok', ['x'])), { a: 1, mood: 'ok', list: ['x'] });
assert.deepEqual(await value(documents({}, 'sad')), { mood: 'sad', list: ['a', 'b'] });
await value(noResult(5));
assert.equal(await value(either(sql`null::integer`, sql`7`)), 7);
assert.equal(await value(routines.deleteRoutine(1, 2, 3, 4)), 10);
assert.equal(await value(addOfOther('x')), 'x');
const odd = Object.entries(routines).find(([name]) => name.startsWith('x_')) as [string, () => RawBuilder<number | null>];
assert.equal(await value(odd[1]()), 7);

// Rows are for FROM.
assert.deepEqual(await db.selectFrom(many(2).as('m')).select(['m.i', 'm.moods']).where('m.i', '=', 2).execute(), [{ i: 2, moods: '{sad,ok}' }]);
assert.deepEqual(await db.selectFrom(outs('y').as('o')).selectAll().execute(), [{ x: 1, y: 'ytrue' }]);
assert.deepEqual((await db.selectFrom(allThings().as('t')).selectAll().execute()).map((thing: Things) => thing.id), ['1', '2']);
assert.deepEqual(await db.selectFrom(somePair().as('p')).selectAll().execute(), [{ a: 1, b: 'ok' }]);
assert.deepEqual(await db.selectNoFrom(numbers().as('n')).execute(), [{ n: 1 }, { n: 2 }]);
const ids = db.selectFrom('things').select((eb) => product(sql<number>`${eb.ref('id')}::integer`).as('product'));
assert.deepEqual(await ids.execute(), [{ product: 2 }]);

// Procedures are executed by themselves.
assert.deepEqual((await store(3n, 'sad').execute(db)).rows, [{ total: '3' }]);
await routines.clear().execute(db);
assert.deepEqual(await db.selectFrom('things').selectAll().execute(), []);

// @ts-expect-error a number is no text
routines.twiceText(1);
// @ts-expect-error no such label
documents({}, 'glad');
await db.destroy();
