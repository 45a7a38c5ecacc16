-- What signing in has to remember of an account.
ALTER TABLE account
  -- The password was made for her by somebody else: she replaces it before anything else.
  ADD COLUMN password_made boolean NOT NULL DEFAULT false,
  -- The half minute whose code she used last: that code, and earlier ones, are used up.
  ADD COLUMN totp_step bigint;
CREATE INDEX session_account ON session (account_id);
