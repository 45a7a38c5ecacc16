-- Who may sign in through the identity provider (OpenID Connect), a reference table. An account is found by its e-mail once;
-- from then on by the provider's own name for her, so that an e-mail that is given to somebody else opens nothing.
CREATE TABLE identity (
  account_id text PRIMARY KEY REFERENCES account (id),
  -- Lower case.
  email text NOT NULL UNIQUE,
  -- Null until she signed in that way.
  issuer text,
  subject text,
  bound_at timestamptz,
  UNIQUE (issuer, subject)
);
