-- One row for whoever tries (an address, a name; as a hash, because people type passwords where names belong): how often it
-- failed since it last succeeded, and from when on the next try is heard. Nothing was ever written here before.
DELETE FROM sign_in_failure;
DROP INDEX sign_in_failure_tried;
ALTER TABLE sign_in_failure DROP COLUMN failed_at;
ALTER TABLE sign_in_failure ADD COLUMN failures integer NOT NULL;
ALTER TABLE sign_in_failure ADD COLUMN next_at timestamptz NOT NULL;
ALTER TABLE sign_in_failure ADD PRIMARY KEY (tried);
