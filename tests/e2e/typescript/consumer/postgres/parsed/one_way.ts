// Columns that do not take what was read from them, where the driver has the generated parsers.
export const oneWayScalars = [
  'c_json', 'c_jsonb', 'c_point', 'c_circle', 'c_document', 'c_pair', 'c_int4multirange', 'c_int8multirange', 'c_nummultirange',
  'c_datemultirange', 'c_tsmultirange', 'c_tstzmultirange', 'c_own_multirange', 'c_spans',
] as const;
export const oneWayArrays = [
  'a_json', 'a_jsonb', 'a_point', 'a_circle', 'a_box', 'a_pair', 'a_words', 'a_document', 'a_list', 'a_int4multirange', 'a_int8multirange',
  'a_nummultirange', 'a_datemultirange', 'a_tsmultirange', 'a_tstzmultirange', 'a_own_multirange', 'a_spans',
] as const;
