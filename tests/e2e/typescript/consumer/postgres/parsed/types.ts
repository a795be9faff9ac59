// What types are where the driver has the generated parsers.
import type { Insertable, Selectable } from 'kysely';
import type { Database } from './db/database.js';
import type { Circle, Composite, Json, Range } from './db/scalars.js';
import type { Mood } from './db/public/enums/mood.js';
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
  c_int4range: Range<number> | null; c_int8range: Range<string> | null; c_tstzrange: Range<Date> | null; c_own_range: string | null;
  c_int4multirange: string | null;
}>>();
holds<Equal<Pick<Arrays, 'a_numrange' | 'a_daterange'>, { a_numrange: Range<string>[] | null; a_daterange: Range<Date>[] | null }>>();
holds<Equal<Pick<NewArrays, 'a_numrange'>, { a_numrange?: (string | Range<string>)[] | null }>>();
holds<Equal<Pick<NewArrays, 'a_mood' | 'a_pair' | 'a_words'>, {
  a_mood?: string | Mood[] | null; a_pair?: string | (string | Composite)[] | null; a_words?: string | null;
}>>();
