-- One rule of each kind, on a column that is called like it.
CREATE TABLE rules (
  required TEXT NOT NULL, int64 INTEGER, age INTEGER CHECK (age BETWEEN 0 AND 10), ratio REAL CHECK (ratio > 0 AND ratio < 1),
  least REAL CHECK (least >= -1.5), most REAL CHECK (most < 1), word TEXT CHECK (word IN ('a', 'b')), other TEXT CHECK (other <> 'x'),
  code TEXT CHECK (code LIKE 'A_%'), accent TEXT CHECK (accent LIKE 'ä'), kelvin TEXT CHECK (kelvin LIKE 'k%'),
  length3 TEXT CHECK (length(length3) <= 3)) STRICT;
