-- Rules (design, storage): a large table has place_id in its primary key and in every unique constraint; small ones are
-- reference tables, the same on every machine of a cluster. No triggers, no sequences that mean something, no updates of
-- place_id. Times are timestamptz of the server; `recorded_at` is the device's hybrid time, as text.

-- Reference tables ---------------------------------------------------------------------------------------------------

CREATE TABLE place (
  id text PRIMARY KEY,
  parent_id text REFERENCES place (id),
  -- country, region, district, health_centre, hospital, site
  kind text NOT NULL,
  name text NOT NULL,
  code text UNIQUE,
  dhis2_uid text,
  latitude double precision,
  longitude double precision,
  -- Ids from the root to the place itself, each followed by a slash: everything below a place begins with its path.
  path text NOT NULL,
  closed_on date
);
CREATE INDEX place_path ON place (path text_pattern_ops);

CREATE TABLE place_population (
  place_id text NOT NULL REFERENCES place (id),
  year integer NOT NULL,
  population integer NOT NULL,
  PRIMARY KEY (place_id, year)
);

CREATE TABLE account (
  id text PRIMARY KEY,
  name text NOT NULL,
  -- Lower case; unique among accounts that were not closed is left to the application, which never reuses one.
  sign_in_name text NOT NULL UNIQUE,
  password_hash text,
  totp_secret bytea,
  created_at timestamptz NOT NULL,
  closed_at timestamptz
);

CREATE TABLE account_role (
  account_id text NOT NULL REFERENCES account (id),
  role text NOT NULL,
  place_id text NOT NULL REFERENCES place (id),
  granted_by text,
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, role, place_id)
);

CREATE TABLE session (
  -- SHA-256 of what the cookie holds.
  id bytea PRIMARY KEY,
  account_id text NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE sign_in_failure (
  -- Name or address that was tried.
  tried text NOT NULL,
  failed_at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_tried ON sign_in_failure (tried, failed_at);

CREATE TABLE join_code (
  -- SHA-256 of the code.
  id bytea PRIMARY KEY,
  place_id text NOT NULL REFERENCES place (id),
  made_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_by text
);

CREATE TABLE device (
  id text PRIMARY KEY,
  place_id text NOT NULL REFERENCES place (id),
  name text NOT NULL,
  -- Uncompressed P-256 point, 65 bytes.
  public_key bytea NOT NULL,
  -- SHA-256 of the token that it shows.
  token_hash bytea NOT NULL UNIQUE,
  joined_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  last_seen_at timestamptz,
  -- How far its clock was off at the last contact; positive: ahead.
  clock_off_ms bigint
);

-- Distributed by place_id -------------------------------------------------------------------------------------------

-- Numbers the feed of a place, without gaps: UPDATE … RETURNING inside the transaction that writes the entries.
CREATE TABLE place_feed (
  place_id text PRIMARY KEY,
  last_position bigint NOT NULL DEFAULT 0
);

-- How far the log of a device is received.
CREATE TABLE device_log (
  place_id text NOT NULL,
  device_id text NOT NULL,
  acknowledged bigint NOT NULL,
  head bytea,
  PRIMARY KEY (place_id, device_id)
);

-- The feed of a place: every entry that the place is entitled to, also those that another place recorded.
CREATE TABLE entry (
  place_id text NOT NULL,
  position bigint NOT NULL,
  device_id text NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  id text NOT NULL,
  family text NOT NULL,
  recorded_at text NOT NULL,
  -- Whole seconds are enough, and an entry is never changed: no other time is kept.
  received_at timestamptz NOT NULL,
  -- Canonical JSON, deflated.
  body bytea NOT NULL,
  PRIMARY KEY (place_id, position),
  UNIQUE (place_id, device_id, seq, hash)
);
CREATE INDEX entry_family ON entry (place_id, family);

-- Other places that care for a family of this place.
CREATE TABLE circle (
  place_id text NOT NULL,
  family text NOT NULL,
  other_place_id text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (place_id, family, other_place_id)
);

-- What a family's entries say, folded: made again from them at any time (`denba replay`).
CREATE TABLE family_summary (
  place_id text NOT NULL,
  -- The family that others were merged into.
  family text NOT NULL,
  families text[] NOT NULL,
  entries integer NOT NULL,
  summary jsonb NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (place_id, family)
);

-- Received, kept, and not part of the record until somebody resolves it.
CREATE TABLE quarantine (
  place_id text NOT NULL,
  device_id text NOT NULL,
  seq bigint NOT NULL,
  -- SHA-256 of the text: the same refusal twice is one.
  hash bytea NOT NULL,
  reason text NOT NULL,
  body bytea NOT NULL,
  received_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by text,
  resolution text,
  PRIMARY KEY (place_id, device_id, seq, hash)
);

-- Who read or wrote which family. Chained by hash in each place.
CREATE TABLE audit (
  place_id text NOT NULL,
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  family text,
  detail jsonb NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (place_id, position)
);
CREATE INDEX audit_family ON audit (place_id, family, position);

CREATE TABLE audit_head (
  place_id text PRIMARY KEY,
  last_position bigint NOT NULL DEFAULT 0,
  hash bytea NOT NULL
);
