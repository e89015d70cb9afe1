-- Gives the database user `reviewer`, for all review apps, its rights: to read staging's tables,
-- which is how a review app copies them, and to make schemas of its own. It can change nothing of
-- staging's. Run it once, as staging's user, where the plan allows more than one user;
-- docs/review-apps.md says how.
DO $$ BEGIN
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO reviewer', current_database());
END $$;
GRANT USAGE ON SCHEMA public TO reviewer;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO reviewer;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO reviewer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reviewer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON SEQUENCES TO reviewer;
