-- from
CREATE SCHEMA shop;
CREATE SCHEMA crm;
CREATE TYPE shop.mood AS ENUM ('sad', 'happy');
CREATE DOMAIN shop.mail AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE shop.users (id serial PRIMARY KEY, fullname text NOT NULL UNIQUE, mail shop.mail, mood shop.mood DEFAULT 'sad', age int CONSTRAINT grown CHECK (age > 0), boss int REFERENCES shop.users, gone text, short text GENERATED ALWAYS AS (left(fullname, 3)) STORED);
CREATE TABLE shop.orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id int NOT NULL REFERENCES shop.users ON DELETE CASCADE, total numeric(8,2));
CREATE INDEX users_mood_idx ON shop.users (mood, lower(fullname)) WHERE age > 18;
CREATE INDEX orders_user_idx ON shop.orders (user_id);
CREATE VIEW shop.adults AS SELECT id, fullname, mood FROM shop.users WHERE age > 18;
CREATE VIEW shop.sums AS SELECT a.fullname, sum(o.total) AS total FROM shop.adults a JOIN shop.orders o ON o.user_id = a.id GROUP BY a.fullname;
CREATE MATERIALIZED VIEW shop.moods AS SELECT mood, count(*) AS n FROM shop.adults GROUP BY mood;
CREATE UNIQUE INDEX moods_idx ON shop.moods (mood);
CREATE FUNCTION shop.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE UPDATE OF fullname, age ON shop.users FOR EACH ROW WHEN (NEW.fullname <> OLD.fullname) EXECUTE FUNCTION shop.note();
CREATE FUNCTION shop.oldest() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(age) FROM shop.users; END;
ALTER TABLE shop.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.users TO app_reader USING (fullname = CURRENT_USER AND mood = 'happy');
GRANT SELECT ON shop.users TO app_reader;
GRANT UPDATE (fullname, age) ON shop.users TO app_writer;
COMMENT ON TABLE shop.users IS 'people';
COMMENT ON COLUMN shop.users.fullname IS 'name';
COMMENT ON CONSTRAINT grown ON shop.users IS 'grown';
COMMENT ON TRIGGER noted ON shop.users IS 'noted';
COMMENT ON POLICY own ON shop.users IS 'own';
INSERT INTO shop.users (fullname, mail, mood, age, boss, gone) VALUES ('ann lee', 'a@b', 'happy', 30, 1, 'x'), ('bob', 'b@c', 'sad', 20, 1, 'y');
INSERT INTO shop.orders (user_id, total) VALUES (1, 5), (2, 6);
REFRESH MATERIALIZED VIEW shop.moods;
-- to
CREATE SCHEMA shop;
CREATE SCHEMA crm;
CREATE TYPE crm.feeling AS ENUM ('sad', 'so so', 'glad');
CREATE DOMAIN crm.email AS text CONSTRAINT has_sign CHECK (VALUE LIKE '%@%');
CREATE TABLE crm.people (id bigserial CONSTRAINT people_key PRIMARY KEY, full_name varchar(100) NOT NULL CONSTRAINT one_name UNIQUE, email crm.email, feels crm.feeling DEFAULT 'so so', age bigint CONSTRAINT born CHECK (age > 0), boss bigint CONSTRAINT has_boss REFERENCES crm.people, added text DEFAULT 'z', short text GENERATED ALWAYS AS (left(full_name, 4)) STORED);
CREATE TABLE shop.orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person_id bigint NOT NULL CONSTRAINT of_person REFERENCES crm.people ON DELETE RESTRICT, total numeric(10,2));
CREATE INDEX people_feels_idx ON crm.people (feels, lower(full_name)) WHERE age > 18;
CREATE INDEX orders_user_idx ON shop.orders (person_id);
CREATE VIEW shop.adults AS SELECT id, full_name, feels FROM crm.people WHERE age > 18;
CREATE VIEW shop.sums AS SELECT a.full_name, sum(o.total) AS total FROM shop.adults a JOIN shop.orders o ON o.person_id = a.id GROUP BY a.full_name;
CREATE MATERIALIZED VIEW crm.feelings AS SELECT feels, count(*) AS n FROM shop.adults GROUP BY feels;
CREATE UNIQUE INDEX moods_idx ON crm.feelings (feels);
CREATE FUNCTION crm.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE UPDATE OF full_name, age ON crm.people FOR EACH ROW WHEN (NEW.full_name <> OLD.full_name) EXECUTE FUNCTION crm.note();
CREATE FUNCTION crm.eldest() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(age)::int FROM crm.people; END;
ALTER TABLE crm.people ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON crm.people TO app_reader USING (full_name = CURRENT_USER AND feels = 'glad');
GRANT SELECT ON crm.people TO app_reader;
GRANT UPDATE (full_name, age) ON crm.people TO app_writer;
COMMENT ON TABLE crm.people IS 'people';
COMMENT ON COLUMN crm.people.full_name IS 'name';
COMMENT ON CONSTRAINT born ON crm.people IS 'grown';
COMMENT ON TRIGGER noted ON crm.people IS 'noted';
COMMENT ON POLICY own ON crm.people IS 'own';
-- options
--rename=table:shop.users=crm.people
--rename=column:shop.users.fullname=full_name
--rename=column:shop.users.mail=email
--rename=column:shop.users.mood=feels
--rename=column:shop.orders.user_id=person_id
--rename=type:shop.mood=crm.feeling
--rename=enum_value:shop.mood.happy=glad
--rename=type:shop.mail=crm.email
--rename=constraint:shop.mail.has_at=has_sign
--rename=constraint:shop.users.users_pkey=people_key
--rename=constraint:shop.users.users_fullname_key=one_name
--rename=constraint:shop.users.grown=born
--rename=constraint:shop.users.users_boss_fkey=has_boss
--rename=constraint:shop.orders.orders_user_id_fkey=of_person
--rename=index:shop.users_mood_idx=crm.people_feels_idx
--rename=sequence:shop.users_id_seq=crm.people_id_seq
--rename=table:shop.moods=crm.feelings
--rename=column:shop.moods.mood=feels
--rename=column:shop.adults.fullname=full_name
--rename=column:shop.adults.mood=feels
--rename=column:shop.sums.fullname=full_name
--rename=function:shop.note()=crm.note
--rename=function:shop.oldest()=crm.eldest
-- back
--rename=table:crm.people=shop.users
--rename=column:crm.people.full_name=fullname
--rename=column:crm.people.email=mail
--rename=column:crm.people.feels=mood
--rename=column:shop.orders.person_id=user_id
--rename=type:crm.feeling=shop.mood
--rename=enum_value:crm.feeling.glad=happy
--rename=type:crm.email=shop.mail
--rename=constraint:crm.email.has_sign=has_at
--rename=constraint:crm.people.people_key=users_pkey
--rename=constraint:crm.people.one_name=users_fullname_key
--rename=constraint:crm.people.born=grown
--rename=constraint:crm.people.has_boss=users_boss_fkey
--rename=constraint:shop.orders.of_person=orders_user_id_fkey
--rename=index:crm.people_feels_idx=shop.users_mood_idx
--rename=sequence:crm.people_id_seq=shop.users_id_seq
--rename=table:crm.feelings=shop.moods
--rename=column:crm.feelings.feels=mood
--rename=column:shop.adults.full_name=fullname
--rename=column:shop.adults.feels=mood
--rename=column:shop.sums.full_name=fullname
--rename=function:crm.note()=shop.note
--rename=function:crm.eldest()=shop.oldest
-- lost
column shop.users.gone
-- kept
SELECT id, full_name, email, feels, age, boss, added, short FROM crm.people ORDER BY id;
= 1|ann lee|a@b|glad|30|1|z|ann 
= 2|bob|b@c|sad|20|1|z|bob
SELECT full_name, total FROM shop.sums ORDER BY 1;
= ann lee|5.00
= bob|6.00
SELECT feels, n FROM crm.feelings ORDER BY 1;
= sad|1
= glad|1
