// What the types say that can be written can be written, for every type and every array of it: samples of each
// kind of value that an insert takes, and what was read. What the compiler refuses, the server refuses too.
import assert from 'node:assert/strict';
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { connect } from './connection.js';
import type { Database } from './db/database.js';
import { holds, type Equal } from './equal.js';
import { oneWayArrays, oneWayScalars } from './one_way.js';

type Table = 'scalars' | 'arrays';
type Column<T extends Table> = Exclude<keyof Database[T], 'id'>;
type Member<R, C> = C extends keyof R ? NonNullable<R[C]> : never;
type Value<T extends Table, C> = Member<Insertable<Database[T]>, C>;
/** For each column some values, each with the text that the server then has. */
type Samples<T extends Table> = { [C in Column<T>]: [Value<T, C>, string][] };

const moment = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
const bytes = Buffer.from([0, 255, 92, 34]);

const scalars: Samples<'scalars'> = {
  c_int2: [[1, '1']],
  c_int4: [[-2, '-2']],
  c_int8: [['9007199254740993', '9007199254740993'], [2, '2'], [9007199254740993n, '9007199254740993']],
  c_oid: [[26, '26']],
  c_float4: [[1.5, '1.5'], [Infinity, 'Infinity']],
  c_float8: [[1e100, '1e+100'], [NaN, 'NaN']],
  c_numeric: [['1.25', '1.25'], [1.25, '1.25']],
  c_money: [['3.5', '$3.50'], [3.5, '$3.50']],
  c_bool: [[false, 'false']],
  c_text: [['{"a', '{"a']],
  c_varchar: [['v', 'v']],
  c_char: [['c', 'c']],
  c_quoted_char: [['q', 'q']],
  c_name: [['n', 'n']],
  c_uuid: [['c0ffee00-0000-4000-8000-000000000001', 'c0ffee00-0000-4000-8000-000000000001']],
  c_date: [['2026-01-02', '2026-01-02'], [moment, '2026-01-02']],
  c_time: [['12:34', '12:34:00']],
  c_timetz: [['12:34+02', '12:34:00+02']],
  c_timestamp: [['2026-01-02 03:04', '2026-01-02 03:04:00'], [moment, '2026-01-02 03:04:05']],
  c_timestamptz: [['2026-01-02 03:04Z', '2026-01-02 03:04:00+00'], [moment, '2026-01-02 03:04:05+00']],
  c_interval: [['1 day', '1 day'], [{ days: 1, toPostgres: () => '1 day' }, '1 day']],
  c_json: [['[1]', '[1]'], ['"text"', '"text"'], [{ a: [1, { b: null }] }, '{"a":[1,{"b":null}]}'], [1.5, '1.5'], [true, 'true']],
  c_jsonb: [[JSON.stringify(['1', 2]), '["1", 2]'], [{ a: [1, 'x'] }, '{"a": [1, "x"]}'], [1.5, '1.5'], [false, 'false']],
  c_jsonpath: [['$.a', '$."a"']],
  c_bytea: [[bytes, '\\x00ff5c22']],
  c_inet: [['10.0.0.1', '10.0.0.1/32']],
  c_cidr: [['10.0.0.0/8', '10.0.0.0/8']],
  c_macaddr: [['08:00:2b:01:02:03', '08:00:2b:01:02:03']],
  c_macaddr8: [['08:00:2b:01:02:03:04:05', '08:00:2b:01:02:03:04:05']],
  c_bit: [['101', '101']],
  c_varbit: [['10', '10']],
  c_xml: [['<a/>', '<a/>']],
  c_int4range: [['[1,5]', '[1,6)']],
  c_int8range: [['[1,5]', '[1,6)']],
  c_numrange: [['[1.5,2]', '[1.5,2]']],
  c_daterange: [['[2026-01-01,)', '[2026-01-01,)']],
  c_tsrange: [['[2026-01-01,)', '["2026-01-01 00:00:00",)']],
  c_tstzrange: [['[2026-01-01,)', '["2026-01-01 00:00:00+00",)']],
  c_int4multirange: [['{[1,2]}', '{[1,3)}']],
  c_int8multirange: [['{}', '{}']],
  c_nummultirange: [['{[1.5,2]}', '{[1.5,2]}']],
  c_datemultirange: [['{[2026-01-01,)}', '{[2026-01-01,)}']],
  c_tsmultirange: [['{[2026-01-01,)}', '{["2026-01-01 00:00:00",)}']],
  c_tstzmultirange: [['{[2026-01-01,)}', '{["2026-01-01 00:00:00+00",)}']],
  c_own_range: [['[1,2]', '[1,2]']],
  c_tsvector: [['a b', "'a' 'b'"]],
  c_tsquery: [['a & b', "'a' & 'b'"]],
  c_point: [['(1,2)', '(1,2)']],
  c_line: [['{1,2,3}', '{1,2,3}']],
  c_lseg: [['((0,0),(1,1))', '[(0,0),(1,1)]']],
  c_box: [['((0,0),(1,1))', '(1,1),(0,0)']],
  c_path: [['((0,0),(1,1))', '((0,0),(1,1))']],
  c_polygon: [['((0,0),(1,1))', '((0,0),(1,1))']],
  c_circle: [['<(1,2),3>', '<(1,2),3>']],
  c_pg_lsn: [['0/16B374D', '0/16B374D']],
  c_pg_snapshot: [['10:20:10,14', '10:20:10,14']],
  c_txid_snapshot: [['10:20:10,14', '10:20:10,14']],
  c_xid: [['7', '7']],
  c_xid8: [['7', '7']],
  c_cid: [['7', '7']],
  c_tid: [['(0,1)', '(0,1)']],
  c_aclitem: [['=r/postgres', '=r/postgres']],
  c_refcursor: [['r', 'r']],
  c_int2vector: [['1 2', '1 2']],
  c_oidvector: [['1 2', '1 2']],
  c_regclass: [['pg_class', 'pg_class']],
  c_regcollation: [['"C"', '"C"']],
  c_regconfig: [['english', 'english']],
  c_regdictionary: [['simple', 'simple']],
  c_regnamespace: [['pg_catalog', 'pg_catalog']],
  c_regoper: [['||/', '||/']],
  c_regoperator: [['+(integer,integer)', '+(integer,integer)']],
  c_regproc: [['now', 'now']],
  c_regprocedure: [['abs(integer)', 'abs(integer)']],
  c_regrole: [['pg_monitor', 'pg_monitor']],
  c_regtype: [['integer', 'integer']],
  c_mood: [["it's", "it's"], ['', '']],
  c_other_mood: [['other', 'other']],
  c_own_multirange: [['{[1,2]}', '{[1,2]}']],
  c_text_range: [['[a,"b ""c")', '[a,"b ""c")']],
  c_mood_range: [['[sad,sad]', '[sad,sad]']],
  c_matrix_range: [['["{1,2}","{2,1}")', '["{1,2}","{2,1}")']],
  c_pair_range: [['["(1,two)","(2,two)")', '["(1,two)","(2,two)")']],
  c_spans: [['{[2026-01-01,)}', '{["2026-01-01 00:00:00+00",)}']],
  c_small_range: [['[1,7)', '[1,7)']],
  c_reach: [['(,2]', '(,2]']],
  c_empty: [],
  c_pair: [['(1,two)', '(1,two)']],
  c_row: [['(1)', '(1)']],
  c_small: [[5, '5']],
  c_smaller: [[6, '6']],
  c_words: [[['a', 'b "c"'], '{a,"b \\"c\\""}']],
  c_moods: [['sad', 'sad']],
  c_document: [[{ a: 1 }, '{"a": 1}'], ['[1]', '[1]']],
  c_list: [['{1,2}', '{1,2}'], [[1, 2], '{1,2}']],
};

const arrays: Samples<'arrays'> = {
  a_int2: [[[1, -2], '{1,-2}']],
  a_int4: [[[], '{}']],
  a_int8: [[['1', 2, 9007199254740993n], '{1,2,9007199254740993}']],
  a_oid: [[[26], '{26}']],
  a_float4: [[[1.5, Infinity], '{1.5,Infinity}']],
  a_float8: [[[NaN], '{NaN}']],
  a_numeric: [[['12.50', 1.5], '{12.50,1.50}']],
  a_money: [[['3.5', 3.5], '{$3.50,$3.50}']],
  a_bool: [[[true, false], '{t,f}']],
  a_text: [[['{"', '', 'NULL', 'a,b'], '{"{\\"","","NULL","a,b"}']],
  a_varchar: [[['v'], '{v}']],
  a_char: [[['c'], '{"c  "}']],
  a_quoted_char: [[['q'], '{q}'], ['{q}', '{q}']],
  a_name: [[['n'], '{n}'], ['{n}', '{n}']],
  a_uuid: [[['c0ffee00-0000-4000-8000-000000000001'], '{c0ffee00-0000-4000-8000-000000000001}']],
  a_date: [[['2026-01-02', moment], '{2026-01-02,2026-01-02}']],
  a_time: [[['12:34'], '{12:34:00}']],
  a_timetz: [[['12:34+02'], '{12:34:00+02}']],
  a_timestamp: [[['2026-01-02 03:04', moment], '{"2026-01-02 03:04:00","2026-01-02 03:04:05"}']],
  a_timestamptz: [[['2026-01-02 03:04Z', moment], '{"2026-01-02 03:04:00+00","2026-01-02 03:04:05+00"}']],
  a_interval: [[['1 day', { toPostgres: () => '2 days' }], '{"1 day","2 days"}']],
  a_json: [[['[1]', { a: 'x' }, 1, true], '{[1],"{\\"a\\":\\"x\\"}",1,true}']],
  a_jsonb: [[['[1]', { a: 'x' }, 1, true], '{[1],"{\\"a\\": \\"x\\"}",1,true}']],
  a_jsonpath: [[['$.a'], '{"$.\\"a\\""}'], ['{$.a}', '{"$.\\"a\\""}']],
  a_bytea: [[[bytes], '{"\\\\x00ff5c22"}']],
  a_inet: [[['10.0.0.1'], '{10.0.0.1}']],
  a_cidr: [[['10.0.0.0/8'], '{10.0.0.0/8}']],
  a_macaddr: [[['08:00:2b:01:02:03'], '{08:00:2b:01:02:03}']],
  a_macaddr8: [[['08:00:2b:01:02:03:04:05'], '{08:00:2b:01:02:03:04:05}'], ['{}', '{}']],
  a_bit: [[['101'], '{101}'], ['{101}', '{101}']],
  a_varbit: [[['10'], '{10}'], ['{10}', '{10}']],
  a_xml: [[['<a/>'], '{<a/>}'], ['{<a/>}', '{<a/>}']],
  a_int4range: [[['[1,5)', 'empty'], '{"[1,5)",empty}'], ['{"[1,5)"}', '{"[1,5)"}']],
  a_int8range: [[['[1,5)'], '{"[1,5)"}'], ['{}', '{}']],
  a_numrange: [[['[1.5,2]'], '{"[1.5,2]"}']],
  a_daterange: [[['[2026-01-01,)'], '{"[2026-01-01,)"}'], ['{}', '{}']],
  a_tsrange: [[['[2026-01-01,)'], '{"[\\"2026-01-01 00:00:00\\",)"}'], ['{}', '{}']],
  a_tstzrange: [[['[2026-01-01,)'], '{"[\\"2026-01-01 00:00:00+00\\",)"}'], ['{}', '{}']],
  a_int4multirange: [[['{[1,3)}'], '{"{[1,3)}"}'], ['{}', '{}']],
  a_int8multirange: [[['{[1,3)}'], '{"{[1,3)}"}'], ['{}', '{}']],
  a_nummultirange: [[['{[1.5,2]}'], '{"{[1.5,2]}"}'], ['{}', '{}']],
  a_datemultirange: [[['{}'], '{"{}"}'], ['{}', '{}']],
  a_tsmultirange: [[['{}'], '{"{}"}'], ['{}', '{}']],
  a_tstzmultirange: [[['{}'], '{"{}"}'], ['{}', '{}']],
  a_own_range: [[['[1,2]'], '{"[1,2]"}'], ['{}', '{}']],
  a_tsvector: [[['a b'], '{"\'a\' \'b\'"}'], ['{a}', "{'a'}"]],
  a_tsquery: [[['a & b'], '{"\'a\' & \'b\'"}'], ['{a}', "{'a'}"]],
  a_point: [[['(1,2)'], '{"(1,2)"}']],
  a_line: [[['{1,2,3}'], '{"{1,2,3}"}'], ['{}', '{}']],
  a_lseg: [[['((0,0),(1,1))'], '{"[(0,0),(1,1)]"}'], ['{}', '{}']],
  a_box: [['{(1,1),(0,0);(3,3),(2,2)}', '{(1,1),(0,0);(3,3),(2,2)}']],
  a_path: [[['((0,0),(1,1))'], '{"((0,0),(1,1))"}'], ['{}', '{}']],
  a_polygon: [[['((0,0),(1,1))'], '{"((0,0),(1,1))"}'], ['{}', '{}']],
  a_circle: [[['<(1,2),3>'], '{"<(1,2),3>"}'], ['{"<(1,2),3>"}', '{"<(1,2),3>"}']],
  a_pg_lsn: [[['0/16B374D'], '{0/16B374D}'], ['{}', '{}']],
  a_pg_snapshot: [[['10:20:10,14'], '{"10:20:10,14"}'], ['{}', '{}']],
  a_txid_snapshot: [[['10:20:10,14'], '{"10:20:10,14"}'], ['{}', '{}']],
  a_xid: [[['7'], '{7}'], ['{7}', '{7}']],
  a_xid8: [[['7'], '{7}'], ['{7}', '{7}']],
  a_cid: [[['7'], '{7}'], ['{7}', '{7}']],
  a_tid: [[['(0,1)'], '{"(0,1)"}'], ['{}', '{}']],
  a_aclitem: [[['=r/postgres'], '{=r/postgres}'], ['{}', '{}']],
  a_refcursor: [[['r'], '{r}'], ['{r}', '{r}']],
  a_int2vector: [[['1 2'], '{"1 2"}'], ['{}', '{}']],
  a_oidvector: [[['1 2'], '{"1 2"}'], ['{}', '{}']],
  a_regclass: [[['pg_class'], '{pg_class}'], ['{pg_class}', '{pg_class}']],
  a_regcollation: [[['"C"'], '{"\\"C\\""}'], ['{}', '{}']],
  a_regconfig: [[['english'], '{english}'], ['{}', '{}']],
  a_regdictionary: [[['simple'], '{simple}'], ['{}', '{}']],
  a_regnamespace: [[['pg_catalog'], '{pg_catalog}'], ['{}', '{}']],
  a_regoper: [[['||/'], '{||/}'], ['{}', '{}']],
  a_regoperator: [[['+(integer,integer)'], '{"+(integer,integer)"}'], ['{}', '{}']],
  a_regproc: [[['now'], '{now}']],
  a_regprocedure: [[['abs(integer)'], '{abs(integer)}'], ['{}', '{}']],
  a_regrole: [[['pg_monitor'], '{pg_monitor}'], ['{}', '{}']],
  a_regtype: [[['integer'], '{integer}'], ['{integer}', '{integer}']],
  a_mood: [[['sad', "it's", ''], '{sad,it\'s,""}'], ['{sad}', '{sad}']],
  a_other_mood: [[['other'], '{other}'], ['{other}', '{other}']],
  a_pair: [[['(1,two)'], '{"(1,two)"}'], ['{"(1,two)"}', '{"(1,two)"}']],
  a_row: [[['(1)'], '{(1)}'], ['{(1)}', '{(1)}']],
  a_small: [[[5, 6], '{5,6}'], ['{5}', '{5}']],
  a_smaller: [[[6], '{6}'], ['{6}', '{6}']],
  a_words: [['{"{a,b}"}', '{"{a,b}"}']],
  a_moods: [[['sad'], '{sad}'], ['{sad}', '{sad}']],
  a_document: [[[{ a: 1 }, '[1]'], '{"{\\"a\\": 1}",[1]}'], ['{1}', '{1}']],
  a_list: [['{"{1}"}', '{"{1}"}']],
  a_matrix: [[[[1, 2], [3, 4]], '{{1,2},{3,4}}']],
  a_cube: [[[[['a'], ['b']]], '{{{a},{b}}}']],
  a_mood_matrix: [[[['sad'], ["it's"]], "{{sad},{it's}}"], ['{{sad}}', '{{sad}}']],
  a_own_multirange: [[['{[1,2]}'], '{"{[1,2]}"}'], ['{}', '{}']],
  a_mood_range: [[['[sad,sad]'], '{"[sad,sad]"}'], ['{}', '{}']],
  a_matrix_range: [[[['[{1},{2})']], '{{"[{1},{2})"}}'], ['{}', '{}']],
  a_spans: [[['{}'], '{"{}"}'], ['{}', '{}']],
  a_small_range: [[['[1,7)'], '{"[1,7)"}'], ['{}', '{}']],
  a_reach: [[['(,2]'], '{"(,2]"}'], ['{}', '{}']],
};

/** The columns that take what was read from them. */
type Returnable<T extends Table> = { [C in Column<T>]: Member<Selectable<Database[T]>, C> extends Value<T, C> ? C : never }[Column<T>];

// The others are tried below.
holds<Equal<Record<Returnable<'scalars'>, 0>, Record<Exclude<Column<'scalars'>, (typeof oneWayScalars)[number]>, 0>>>();
holds<Equal<Record<Returnable<'arrays'>, 0>, Record<Exclude<Column<'arrays'>, (typeof oneWayArrays)[number]>, 0>>>();

const db = connect();
const untyped = db as Kysely<any>;
let id = 100;

/** Writes the value, alone in its row; returns the row. */
function write(table: Table, column: string, value: unknown): Promise<any> {
  return untyped
    .insertInto(table)
    .values({ id: ++id, [column]: value })
    .returning([column, sql<string>`${sql.ref(column)}::text`.as('text_of_it')])
    .executeTakeFirstOrThrow();
}

async function takes(table: Table, samples: Record<string, [unknown, string][]>): Promise<void> {
  for (const [column, values] of Object.entries(samples))
    for (const [value, text] of values) {
      const row = await write(table, column, value);
      assert.equal(row.text_of_it.trimEnd(), text, column);
    }
}

async function takesWhatWasRead(table: Table, oneWay: readonly string[]): Promise<void> {
  const row = await untyped.selectFrom(table).selectAll().where('id', '=', 2).executeTakeFirstOrThrow();
  const columns = Object.keys(row).filter((column) => column !== 'id' && !oneWay.includes(column));
  for (const column of columns) assert.deepEqual((await write(table, column, row[column]))[column], row[column], column);
}

/** The compiler has refused the value: so does the server. */
async function refuses(table: Table, column: string, value: unknown): Promise<void> {
  await assert.rejects(write(table, column, value), /invalid input syntax|malformed/, column);
}

function isScalar(_value: Partial<Insertable<Database['scalars']>>): void {}
function isArray(_value: Partial<Insertable<Database['arrays']>>): void {}

async function refusesTheRest(): Promise<void> {
  // @ts-expect-error an array is sent as an array of PostgreSQL
  isScalar({ c_jsonb: ['1', 2] });
  await refuses('scalars', 'c_jsonb', ['1', 2]);
  // @ts-expect-error what the driver makes of an object is JSON
  isScalar({ c_point: { x: 1, y: 2 } });
  await refuses('scalars', 'c_point', { x: 1, y: 2 });
  // @ts-expect-error
  isScalar({ c_circle: { x: 1, y: 2, radius: 3 } });
  await refuses('scalars', 'c_circle', { x: 1, y: 2, radius: 3 });
  // @ts-expect-error the server takes the JSON for an interval, but for another one
  isScalar({ c_interval: { days: 1 } });
  assert.equal((await write('scalars', 'c_interval', { days: 1 })).text_of_it, '00:00:01');
  // @ts-expect-error
  isScalar({ c_pair: { a: 1, b: 'two' } });
  await refuses('scalars', 'c_pair', { a: 1, b: 'two' });
  // @ts-expect-error the elements of this one are parted by semicolons
  isArray({ a_box: ['(1,1),(0,0)', '(3,3),(2,2)'] });
  await refuses('arrays', 'a_box', ['(1,1),(0,0)', '(3,3),(2,2)']);
  // @ts-expect-error a list of lists is sent as an array of two dimensions
  isArray({ a_words: [['a', 'b']] });
  await refuses('arrays', 'a_words', [['a', 'b']]);
}

await takes('scalars', scalars);
await takes('arrays', arrays);
await takesWhatWasRead('scalars', oneWayScalars);
await takesWhatWasRead('arrays', oneWayArrays);
await refusesTheRest();
await db.destroy();
