// Columns that do not take what was read from them, where the driver has the generated parsers.
export const oneWayScalars = ['c_json', 'c_jsonb', 'c_point', 'c_circle', 'c_document', 'c_pair'] as const;
export const oneWayArrays = ['a_json', 'a_jsonb', 'a_point', 'a_circle', 'a_box', 'a_pair', 'a_words', 'a_document', 'a_list'] as const;
