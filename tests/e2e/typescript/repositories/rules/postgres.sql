-- One rule of each kind, on a column that is called like it.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE rules (
  required text NOT NULL, short varchar(3), fixed char(3), amount numeric(4, 2), whole numeric(3), tiny numeric(2, 2), int16 smallint, int32 integer, int64 bigint,
  mood mood, age integer CHECK (age BETWEEN 0 AND 10), ratio double precision CHECK (ratio > 0 AND ratio < 1), least numeric CHECK (least >= -1.5),
  most numeric CHECK (most < 1), word text CHECK (word IN ('a', 'b')), other text CHECK (other <> 'x'), code text CHECK (code LIKE 'A_%'),
  length3 text CHECK (length(length3) <= 3), padded char(5) CHECK (length(padded) >= 3), same_padded char(3) CHECK (same_padded = 'a'),
  uuid uuid CHECK (uuid <> 'a0000000-0000-0000-0000-000000000000'), address inet CHECK (address IN ('10.0.0.1', '10.0.0.2')));
