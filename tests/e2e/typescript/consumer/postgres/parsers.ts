// The text formats of arrays and composite values, read back from the server: hostile texts at every depth.
import assert from 'node:assert/strict';
import pg from 'pg';
import { composite, multirange, parseArray, parseComposite, parseMultirange, parseRange, range, registerParsers } from './db/parsers.js';

const hostile = ['', ' ', 'NULL', 'null', '"', '""', '\\', '\\"', '{', '}', '(', ')', ',', ';', '(,)', '{,}', '\n', "'", 'ß表🙂', '[0:1]={a,b}', 'plain'];
const pool = new pg.Pool({ max: 3 });

async function value<T>(expression: string, ...parameters: unknown[]): Promise<T> {
  return (await pool.query(`SELECT ${expression} AS value`, parameters)).rows[0].value;
}

async function readsArrays(): Promise<void> {
  const text = await value<string>('$1::text[]::text', [...hostile, null]);
  assert.deepEqual(parseArray(text, String), [...hostile, null]);
  const cube = hostile.map((each) => [[each, null], ['x', each]]);
  assert.deepEqual(parseArray(await value('$1::text[]::text', cube), String), cube);
  assert.deepEqual(parseArray('{}', String), []);
  assert.deepEqual(parseArray('[-1:0][2:2]={{a},{NULL}}', String), [['a'], [null]]);
  assert.deepEqual(parseArray('{(1,1),(0,0);(3,3),(2,2)}', String, ';'), ['(1,1),(0,0)', '(3,3),(2,2)']);
}

async function readsComposites(): Promise<void> {
  for (const one of [...hostile, null])
    for (const other of [...hostile, null])
      assert.deepEqual(parseComposite(await value('ROW($1::text, $2::text, $1::text)::text', one, other)), [one, other, one]);
}

function refusesWhatIsNone(): void {
  for (const text of ['', 'a', '{', '{a', '{a,', '{"a', '{"a\\', '{{a}', '{a}b"', '[1:2', '[1:2]='])
    assert.throws(() => parseArray(text, String), /not an array/, text);
  for (const text of ['', '(', '(a', '("a', '("a"b)', '(a,', '(a)b'])
    assert.throws(() => parseComposite(text), /not a composite value/, text);
}

/** Ranges are objects, go back as they came, and can be made. */
async function readsAndWritesRanges(): Promise<void> {
  const parts = ({ lower, upper, lowerInclusive, upperInclusive, isEmpty }: ReturnType<typeof parseRange>) =>
    [lower, upper, lowerInclusive, upperInclusive, isEmpty];
  assert.deepEqual(parts(await value(`'[1,5]'::int4range`)), [1, 6, true, false, false]);
  assert.deepEqual(parts(await value(`'(,9007199254740993)'::int8range`)), [null, '9007199254740993', false, false, false]);
  assert.deepEqual(parts(await value(`'empty'::numrange`)), [null, null, false, false, true]);
  assert.deepEqual(parts(await value(`'[2026-01-01,2026-01-31]'::daterange`)), [new Date(2026, 0, 1), new Date(2026, 1, 1), true, false, false]);
  assert.deepEqual(parts((await value<any[]>(`ARRAY['(1.10,]'::numrange]`))[0]), ['1.10', null, false, false, false]);
  for (const [type, text] of [['tstzrange', '["2026-01-01 00:00:00.123456+00",infinity]'], ['tsrange', '(,)'], ['int4range', 'empty']]) {
    const read = await value(`$1::${type}`, text);
    assert.equal(await value(`$1::${type} = $2::${type}`, read, text), true, text);
    assert.equal(await value(`$1::${type}[] = ARRAY[$2::${type}]`, [read], text), true, text);
  }
  assert.equal(await value(`$1::numrange = '(1.5,2]'`, range('1.5', '2', '(]')), true);
  assert.equal(await value(`$1::tstzrange = '[2026-01-01 00:00:00.5+00,)'`, range(new Date('2026-01-01T00:00:00.5Z'), null)), true);
  assert.equal(await value(`$1::daterange[] = ARRAY['[2026-01-02,2026-01-03)'::daterange]`, [range(new Date(2026, 0, 2), new Date(2026, 0, 3))]), true);
  assert.deepEqual(parts(await value(`'[1,2]'::float_range`)), [1, 2, true, true, false]);
  for (const text of ['', '[', '[1', '[1,', '[1,2', '1,2)', '[1,2)x', '[1)'])
    assert.throws(() => parseRange(text, Number), /not a range/, text);
}

/** So are those of multiranges and of types of one's own, which are written with multirange(). */
async function readsAndWritesMultiranges(): Promise<void> {
  const ends = (ranges: ReturnType<typeof parseMultirange>) => ranges.map(({ lower, upper }) => [lower, upper]);
  assert.deepEqual(ends(await value(`'{[1,2],[5,6),[9,)}'::int4multirange`)), [[1, 3], [5, 6], [9, null]]);
  assert.deepEqual(ends(await value(`'{}'::float_multirange`)), []);
  assert.deepEqual((await value<any[]>(`ARRAY['{[1,2],[5,6]}', '{}']::float_multirange[]`)).map(ends), [[[1, 2], [5, 6]], []]);
  for (const one of hostile)
    for (const other of ['', 'plain']) {
      const [lower, upper] = one < other ? [one, other] : [other, one];
      const [made, several] = [range(lower, upper, '[]'), [range<string>(null, lower), range<string>(upper, null, '[]')]];
      const read = await value<any>('$1::words', made);
      assert.deepEqual([read.lower, read.upper], [lower, upper]);
      assert.equal(await value('$1::words = words($2, $3, $4)', read, lower, upper, '[]'), true);
      assert.equal(await value('$1::words_set = words_set($2, $3)', multirange(...several), ...several), true, JSON.stringify(several));
      const readSet = await value<any[]>('$1::words_set', multirange(...several));
      assert.equal(await value('$1::words_set[] = ARRAY[words_set($2, $3)]', [multirange(...readSet)], ...several), true);
    }
  for (const text of ['', '{', '[1,2)', '{[1,2)', '{[1,2)}x', '{[1,2}', '{a}'])
    assert.throws(() => parseMultirange(text, Number), /not a multirange/, text);
}

async function writesComposites(): Promise<void> {
  for (const one of [...hostile, null]) {
    const inner = composite(one, [one, null]);
    const deep = composite(inner, [inner, null], 'b', ['b'], 7, new Date(2026, 0, 2));
    assert.equal(await value(`$1::outer_type = ROW(ROW($2::text, ARRAY[$2, NULL])::inner_type,
      ARRAY[ROW($2, ARRAY[$2, NULL])::inner_type, NULL], 'b', '{b}', 7, '2026-01-02')::outer_type`, deep, one), true, String(one));
  }
  assert.equal(await value(`$1::bytes_and_flag = ROW('\\x00ff', true, '[1,3)')::bytes_and_flag`,
    composite(Buffer.from([0, 255]), true, range(1, 3))), true);
  assert.equal(await value(`$1::nothing IS NOT NULL`, composite()), true);
}

/** Types inside types: what the server says of a value as JSON is what comes. */
async function readsTypesInTypes(): Promise<void> {
  for (const one of [...hostile, null]) {
    const deep = await value(`ROW(ROW($1::text, ARRAY[$1, NULL])::inner_type, ARRAY[ROW($1, NULL)::inner_type, NULL], 'b', '{b,a}', 7, '2026-01-02')::outer_type`, one);
    assert.deepEqual(deep, {
      'in "ner"': { w: one, list: [one, null] },
      inners: [{ w: one, list: null }, null],
      letter: 'b',
      letters: ['b', 'a'],
      number: 7,
      day: new Date(2026, 0, 2),
    });
  }
}

await pool.query(`
  CREATE TYPE letter AS ENUM ('a', 'b');
  CREATE DOMAIN seven AS integer;
  CREATE TYPE inner_type AS (w text, list text[]);
  CREATE TYPE outer_type AS ("in ""ner""" inner_type, inners inner_type[], letter letter, letters letter[], number seven, day date);
  CREATE TYPE bytes_and_flag AS (bytes bytea, flag boolean, numbers int4range);
  CREATE TYPE float_range AS RANGE (subtype = float8);
  CREATE TYPE words AS RANGE (subtype = text, collation = "C", multirange_type_name = words_set);
  CREATE DOMAIN sevens AS seven[];
  CREATE TYPE nothing AS ();
  CREATE TABLE thing (id bigint, tags letter[]);
  CREATE DOMAIN things AS thing;
`);

async function coversClientsThatWereThereBefore(): Promise<void> {
  const clients = await Promise.all([pool.connect(), pool.connect()]);
  for (const client of clients) client.release();
  await registerParsers(pool);
  const again = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  for (const client of again) {
    assert.deepEqual((await client.query(`SELECT '{a,b}'::letter[] AS value`)).rows, [{ value: ['a', 'b'] }]);
    client.release();
  }
}

/** On every client, however often parsers are registered. */
async function followsAlteredTypes(): Promise<void> {
  const listeners = pool.listenerCount('acquire');
  for (const attribute of ['late', 'later']) {
    await pool.query(`ALTER TYPE inner_type ADD ATTRIBUTE ${attribute} integer`);
    await registerParsers(pool);
  }
  assert.equal(pool.listenerCount('acquire'), listeners);
  const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  for (const client of clients) {
    const { rows } = await client.query(`SELECT ARRAY[ROW('a', '{}', 1, 2)::inner_type] AS value`);
    assert.deepEqual(rows, [{ value: [{ w: 'a', list: [], late: 1, later: 2 }] }]);
    client.release();
  }
}

await readsArrays();
await readsComposites();
refusesWhatIsNone();
await coversClientsThatWereThereBefore();
await readsTypesInTypes();
await readsAndWritesRanges();
await readsAndWritesMultiranges();
await writesComposites();
assert.deepEqual(await value(`'{1,2}'::sevens`), [1, 2]);
assert.deepEqual(await value(`'{1.10,NULL}'::numeric[]`), ['1.10', null]);
assert.deepEqual(await value(`'()'::nothing`), {});
assert.deepEqual(await value(`ARRAY[ROW(1, '{a}')::thing]`), '{"(1,{a})"}');
assert.deepEqual(await value(`ARRAY[ROW(1, '{a}')::thing]::things[]`), ['(1,{a})']);
assert.deepEqual(await value(`'{1,2}'::int[]`), [1, 2]);
await followsAlteredTypes();
await pool.end();
