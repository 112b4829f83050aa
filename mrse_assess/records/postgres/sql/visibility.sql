-- What each standing towards an application sees of it, in the place of what was said before.
DELETE FROM SCHEMA_NAME.visibility;
INSERT INTO SCHEMA_NAME.visibility (standing, subject)
SELECT * FROM json_to_recordset('VISIBLE_PAIRS') AS said (standing text, subject text);
