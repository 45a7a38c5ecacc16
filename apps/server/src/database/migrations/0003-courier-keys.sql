-- Keys that courier parcels are sealed to. In the database and not in a file: every server of one database must open what
-- was sealed to any of them, also after a restart on another machine. Whoever reads this table can read the entries too.
-- A reference table. None is deleted: a parcel may be under way for months.
CREATE TABLE courier_key (
  -- Of the public key: `keyId`.
  id text PRIMARY KEY,
  -- Uncompressed P-256 point, 65 bytes.
  public_key bytea NOT NULL,
  -- 32 bytes.
  private_key bytea NOT NULL,
  made_at timestamptz NOT NULL
);
