-- Partitions with keys, their own and those of the table.
CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE visits (day date NOT NULL, number integer NOT NULL, person_id integer NOT NULL REFERENCES people, PRIMARY KEY (day, number))
  PARTITION BY RANGE (day);
CREATE TABLE visits_2026 PARTITION OF visits (number DEFAULT 7, CHECK (number < 100)) FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE visits_2026 ADD UNIQUE (number);
