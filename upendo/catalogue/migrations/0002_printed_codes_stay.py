"""The database itself refuses to delete, rename or unpublish a code that is printed on jars."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION catalogue_keep_printed_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'draft' THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'Code % is printed on jars; retire it instead of deleting it.', OLD.code
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.code <> OLD.code OR NEW.status = 'draft' THEN
        RAISE EXCEPTION 'Code % is printed on jars; it keeps its text and stays public.', OLD.code
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_printed_code BEFORE UPDATE OR DELETE ON catalogue_jar
    FOR EACH ROW EXECUTE FUNCTION catalogue_keep_printed_code();
"""
BACKWARD = """
DROP TRIGGER keep_printed_code ON catalogue_jar;
DROP FUNCTION catalogue_keep_printed_code();
"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
