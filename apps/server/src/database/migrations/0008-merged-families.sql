-- A bundle asks which families were merged with those that it speaks of: without this, every family of the place was read.
CREATE INDEX family_summary_merged ON family_summary (place_id) WHERE cardinality(families) > 1;
