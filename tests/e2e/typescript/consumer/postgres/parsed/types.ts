// What types are where the driver has the generated parsers.
import type { Insertable, Selectable } from 'kysely';
import type { Database } from './db/database.js';
import type { Circle, Composite, Json, Multirange, Range } from './db/scalars.js';
import type { Mood } from './db/public/enums/mood.js';
import type { FloatRange } from './db/public/ranges/float_range.js';
import type { MatrixRange } from './db/public/ranges/matrix_range.js';
import type { MoodRange } from './db/public/ranges/mood_range.js';
import type { PairRange } from './db/public/ranges/pair_range.js';
import type { Spans } from './db/public/ranges/spans.js';
import type { Pair } from './db/public/types/pair.js';
import { holds, type Equal } from './equal.js';

type Scalars = Selectable<Database['scalars']>;
type Arrays = Selectable<Database['arrays']>;
type NewArrays = Insertable<Database['arrays']>;

holds<Equal<Pair, { a: number | null; b: string | null }>>();
holds<Equal<Pick<Scalars, 'c_pair' | 'c_row' | 'c_small' | 'c_words' | 'c_list'>, {
  c_pair: Pair | null; c_row: string | null; c_small: number | null; c_words: string[] | null; c_list: number[] | null;
}>>();
holds<Equal<Pick<Arrays, 'a_mood' | 'a_mood_matrix' | 'a_pair' | 'a_row' | 'a_small' | 'a_words' | 'a_document' | 'a_numeric' | 'a_circle' | 'a_box'>, {
  a_mood: Mood[] | null; a_mood_matrix: Mood[][] | null; a_pair: Pair[] | null; a_row: string | null; a_small: number[] | null;
  a_words: string[][] | null; a_document: Json[] | null; a_numeric: string[] | null; a_circle: Circle[] | null; a_box: string[] | null;
}>>();
holds<Equal<Pick<Scalars, 'c_int4range' | 'c_int8range' | 'c_tstzrange' | 'c_own_range' | 'c_int4multirange'>, {
  c_int4range: Range<number> | null; c_int8range: Range<string> | null; c_tstzrange: Range<Date> | null; c_own_range: FloatRange | null;
  c_int4multirange: Range<number>[] | null;
}>>();
holds<Equal<Pick<Arrays, 'a_numrange' | 'a_daterange'>, { a_numrange: Range<string>[] | null; a_daterange: Range<Date>[] | null }>>();
holds<Equal<[FloatRange, MatrixRange, MoodRange, PairRange, Spans], [
  Range<number>, Range<number[]>, Range<Mood>, Range<Pair>, Range<Date>,
]>>();
holds<Equal<Pick<Scalars, 'c_mood_range' | 'c_own_multirange' | 'c_spans' | 'c_small_range' | 'c_reach'>, {
  c_mood_range: MoodRange | null; c_own_multirange: FloatRange[] | null; c_spans: Spans[] | null; c_small_range: Range<number> | null;
  c_reach: FloatRange | null;
}>>();
holds<Equal<Pick<Arrays, 'a_int4multirange' | 'a_spans' | 'a_matrix_range' | 'a_reach'>, {
  a_int4multirange: Range<number>[][] | null; a_spans: Spans[][] | null; a_matrix_range: MatrixRange[][] | null; a_reach: FloatRange[] | null;
}>>();
holds<Equal<Pick<Insertable<Database['scalars']>, 'c_own_range' | 'c_reach' | 'c_tsmultirange' | 'c_spans'>, {
  c_own_range?: string | FloatRange | null; c_reach?: string | FloatRange | null; c_tsmultirange?: string | Multirange | null;
  c_spans?: string | Multirange | null;
}>>();
holds<Equal<Pick<NewArrays, 'a_spans' | 'a_reach'>, {
  a_spans?: string | (string | Multirange)[] | null; a_reach?: string | (string | FloatRange)[] | null;
}>>();
holds<Equal<Pick<NewArrays, 'a_numrange'>, { a_numrange?: (string | Range<string>)[] | null }>>();
holds<Equal<Pick<NewArrays, 'a_mood' | 'a_pair' | 'a_words'>, {
  a_mood?: string | Mood[] | null; a_pair?: string | (string | Composite)[] | null; a_words?: string | null;
}>>();
