-- Families of a place that may be one family, as the phones compare them: names by their sound, telephones, cards, villages,
-- births. Worked out once a night; each pair stands in both directions.
CREATE TABLE possible_double (
  place_id text NOT NULL,
  family text NOT NULL,
  other text NOT NULL,
  -- likely: at least even odds; possible: less
  strength text NOT NULL,
  reasons text[] NOT NULL,
  PRIMARY KEY (place_id, family, other)
);

-- The day on which the families of a place were compared last. No row: not yet.
CREATE TABLE doubles_compared (
  place_id text PRIMARY KEY,
  on_day date NOT NULL
);
