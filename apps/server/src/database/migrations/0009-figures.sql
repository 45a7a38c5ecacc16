-- Figures: what the facts of a place add up to, cell by cell, so that a page is a sum over few rows. Made again from
-- `family_summary` at any time. All spread by place_id; a country is summed by GROUP BY over the places.

CREATE TABLE indicator_figure (
  place_id text NOT NULL,
  indicator text NOT NULL,
  -- 2026-03
  month text NOT NULL,
  -- '': all together; else a dimension and its value, sex=F
  stratum text NOT NULL,
  -- Of a spread the code, of a median the whole number; else ''
  value text NOT NULL,
  denominator bigint NOT NULL,
  numerator bigint NOT NULL,
  unknown bigint NOT NULL,
  -- Thousandths
  total bigint NOT NULL,
  PRIMARY KEY (place_id, indicator, month, stratum, value)
);
CREATE INDEX indicator_figure_month ON indicator_figure (indicator, month, stratum);

-- By which content and up to which day the facts of a place are counted. No row: not counted yet.
CREATE TABLE figure_state (
  place_id text PRIMARY KEY,
  content text NOT NULL,
  counted_on date NOT NULL
);

-- A family of which something becomes true by time alone: an agreed visit is missed when its last day has passed.
CREATE TABLE figure_change (
  place_id text NOT NULL,
  on_day date NOT NULL,
  family text NOT NULL,
  PRIMARY KEY (place_id, on_day, family)
);

-- A month as it stood when it was closed: what arrives later changes the figures beside it, not these.
CREATE TABLE figure_frozen (
  place_id text NOT NULL,
  indicator text NOT NULL,
  month text NOT NULL,
  stratum text NOT NULL,
  value text NOT NULL,
  denominator bigint NOT NULL,
  numerator bigint NOT NULL,
  unknown bigint NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (place_id, indicator, month, stratum, value)
);

CREATE TABLE month_closed (
  place_id text NOT NULL,
  month text NOT NULL,
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (place_id, month)
);
