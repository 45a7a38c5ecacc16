-- Changes of a protocol that people prepare, agree on and give to places from a day on. Public content, nothing about a
-- patient. Reference tables.
CREATE TABLE protocol_draft (
  -- Also the name of the adaptation in the pack that is made of it.
  id text PRIMARY KEY,
  -- Whoever has the right at this place may read, write or approve it.
  place_id text NOT NULL REFERENCES place (id),
  base_pack text NOT NULL REFERENCES protocol_pack (id),
  title_fr text NOT NULL,
  title_en text NOT NULL,
  -- [{ "change": …, "reason": … }]: changes as `clinical/protocols/src/what-if/draft.ts` has them.
  changes jsonb NOT NULL,
  author text NOT NULL REFERENCES account (id),
  made_at timestamptz NOT NULL,
  -- What was made of it when two people had approved; null: nothing yet.
  pack_id text REFERENCES protocol_pack (id),
  laid_aside_at timestamptz
);

-- Who approved which content: the name of the pack that she was shown. What is changed afterwards has no approval.
CREATE TABLE draft_approval (
  draft_id text NOT NULL REFERENCES protocol_draft (id),
  account_id text NOT NULL REFERENCES account (id),
  pack_id text NOT NULL,
  approved_at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, account_id)
);

-- To which place it is given, from which day on. Withdrawn: the place has again what it had before.
CREATE TABLE draft_giving (
  id text PRIMARY KEY,
  draft_id text NOT NULL REFERENCES protocol_draft (id),
  place_id text NOT NULL REFERENCES place (id),
  pack_id text NOT NULL REFERENCES protocol_pack (id),
  from_day date NOT NULL,
  given_by text NOT NULL,
  given_at timestamptz NOT NULL,
  withdrawn_by text,
  withdrawn_at timestamptz
);
CREATE INDEX draft_giving_place ON draft_giving (place_id);
