-- What those who know a place say of a month, beside its figures. Each saving is a row of its own: nothing is changed.
CREATE TABLE report_comment (
  place_id text NOT NULL,
  month text NOT NULL,
  -- 1, 2, 3 …
  version integer NOT NULL,
  good text NOT NULL,
  hard text NOT NULL,
  decided text NOT NULL,
  needed text NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (place_id, month, version)
);
