-- from
CREATE TABLE users (id int CONSTRAINT users_pkey PRIMARY KEY, name text CONSTRAINT users_name_key UNIQUE, n int CONSTRAINT n_check CHECK (n > 0), boss int CONSTRAINT boss_fkey REFERENCES users);
CREATE INDEX users_n_idx ON users (n);
COMMENT ON INDEX users_n_idx IS 'by n';
COMMENT ON CONSTRAINT n_check ON users IS 'above zero';
INSERT INTO users VALUES (1, 'ann', 1, 1);
-- to
CREATE TABLE users (id int CONSTRAINT users_key PRIMARY KEY, name text CONSTRAINT one_name UNIQUE, n int CONSTRAINT n_is_positive CHECK (n > 0), boss int CONSTRAINT has_boss REFERENCES users);
CREATE INDEX users_by_n ON users (n);
COMMENT ON INDEX users_by_n IS 'by n';
COMMENT ON CONSTRAINT n_is_positive ON users IS 'above zero';
-- options
--rename=constraint:public.users.users_pkey=users_key
--rename=constraint:public.users.users_name_key=one_name
--rename=constraint:public.users.n_check=n_is_positive
--rename=constraint:public.users.boss_fkey=has_boss
--rename=index:public.users_n_idx=users_by_n
-- back
--rename=constraint:public.users.users_key=users_pkey
--rename=constraint:public.users.one_name=users_name_key
--rename=constraint:public.users.n_is_positive=n_check
--rename=constraint:public.users.has_boss=boss_fkey
--rename=index:public.users_by_n=users_n_idx
-- lacks
(CREATE|DROP|ADD)
-- in place
table users
table users_pkey
table users_name_key
table users_n_idx
constraint users_pkey
constraint n_check
constraint boss_fkey
-- kept
SELECT id, name, n, boss FROM users;
= 1|ann|1|1
