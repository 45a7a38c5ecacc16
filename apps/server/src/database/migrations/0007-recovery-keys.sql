-- Recovery keys of phones, as they were handed in: sealed to a key of `courier_key`. Reference tables.
CREATE TABLE recovery_key (
  device_id text PRIMARY KEY REFERENCES device (id),
  courier_key_id text NOT NULL REFERENCES courier_key (id),
  enc text NOT NULL,
  sealed text NOT NULL,
  received_at timestamptz NOT NULL
);

-- The last request for the key of a phone. Those before it are in the audit.
CREATE TABLE recovery_request (
  device_id text PRIMARY KEY REFERENCES device (id),
  asked_by text NOT NULL REFERENCES account (id),
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  agreed_by text REFERENCES account (id),
  agreed_at timestamptz,
  -- Shown, or laid aside by somebody.
  ended_at timestamptz
);

-- Who once held a way into somebody's account: made it, or a password or an e-mail for it. These two are not two people when
-- it takes two. Nothing is ever taken out. A reference table.
CREATE TABLE account_maker (
  account_id text NOT NULL REFERENCES account (id),
  made_by text NOT NULL REFERENCES account (id),
  PRIMARY KEY (account_id, made_by)
);
INSERT INTO account_maker (account_id, made_by)
  SELECT DISTINCT account_id, granted_by FROM account_role
  WHERE granted_by IS NOT NULL AND granted_by <> account_id AND granted_by IN (SELECT id FROM account);
