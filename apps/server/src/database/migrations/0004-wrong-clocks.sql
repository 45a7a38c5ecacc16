-- How far the clock of the phone was off when the entry came, where that was more than ten minutes: its dates are in doubt.
-- The entry itself says what it said. Null: the clock was right, or nobody knows.
ALTER TABLE entry ADD COLUMN clock_off_ms bigint;
CREATE INDEX entry_clock_off ON entry (place_id, device_id) WHERE clock_off_ms IS NOT NULL;
