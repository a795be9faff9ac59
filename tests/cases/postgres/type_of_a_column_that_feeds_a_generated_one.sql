-- from
CREATE TABLE boxes (id int PRIMARY KEY, w int, h int, area int GENERATED ALWAYS AS (w * h) STORED);
CREATE INDEX boxes_area_idx ON boxes (area);
COMMENT ON COLUMN boxes.area IS 'w times h';
GRANT SELECT (area) ON boxes TO app_reader;
INSERT INTO boxes (id, w, h) VALUES (1, 2, 3);
-- to
CREATE TABLE boxes (id int PRIMARY KEY, w bigint, h int, area bigint GENERATED ALWAYS AS (w * h) STORED);
CREATE INDEX boxes_area_idx ON boxes (area);
COMMENT ON COLUMN boxes.area IS 'w times h';
GRANT SELECT (area) ON boxes TO app_reader;
-- back
-- kept
SELECT id, w, h, area FROM boxes;
= 1|2|3|6
-- kept back
SELECT id, w, h, area FROM boxes;
= 1|2|3|6
