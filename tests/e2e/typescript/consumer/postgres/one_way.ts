// Columns that do not take what was read from them.
export const oneWayScalars = ['c_json', 'c_jsonb', 'c_point', 'c_circle', 'c_document'] as const;
export const oneWayArrays = ['a_json', 'a_jsonb', 'a_point'] as const;
