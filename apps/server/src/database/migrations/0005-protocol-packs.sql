-- Protocols as packs, and which place has which. Content is public: nothing about a patient. Reference tables. No pack is
-- deleted: a phone may come back for it, and old entries are shown with it.
CREATE TABLE protocol_pack (
  -- SHA-256 of the content, hexadecimal.
  id text PRIMARY KEY,
  protocol text NOT NULL,
  version text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  -- Adaptations that it holds, by their ids, joined by +; empty: none.
  overlays text NOT NULL,
  -- Canonical JSON, deflated.
  content bytea NOT NULL,
  -- Account; null: it came with a release of Denba.
  brought_by text,
  brought_at timestamptz NOT NULL
);

-- What a place was given itself. A place without a row has what the place above it has; the highest, what came with the
-- release that runs.
CREATE TABLE place_pack (
  place_id text PRIMARY KEY REFERENCES place (id),
  pack_id text NOT NULL REFERENCES protocol_pack (id),
  given_by text NOT NULL,
  given_at timestamptz NOT NULL
);

-- Keys that vouch for packs. In the database for the reason of courier_key. The oldest is used: phones trust the one that
-- they got when they joined.
CREATE TABLE pack_key (
  -- Of the public key: `keyId`.
  id text PRIMARY KEY,
  -- Uncompressed P-256 point, 65 bytes.
  public_key bytea NOT NULL,
  -- PKCS #8.
  private_key bytea NOT NULL,
  made_at timestamptz NOT NULL
);
