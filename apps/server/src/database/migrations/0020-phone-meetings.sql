-- Two moments for each phone: when it last met the server (last_seen_at), whether it read or sent, and when it last sent
-- entries. Until here only bundles were noted, so that the last contact was the last time that it sent.
ALTER TABLE device ADD COLUMN last_sent_at timestamptz;
UPDATE device SET last_sent_at = last_seen_at;
