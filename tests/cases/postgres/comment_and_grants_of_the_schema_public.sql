-- from
COMMENT ON SCHEMA public IS 'ours';
GRANT CREATE ON SCHEMA public TO PUBLIC;
-- to
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app_reader;
-- back
