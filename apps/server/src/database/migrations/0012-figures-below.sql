-- Sums of all that lies below a place, the place itself left out: the page of a country reads its rows and those of its
-- regions, not those of a thousand centres. Decision 0025.
CREATE TABLE figure_below (
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

-- What a change added to a place and is not yet in the sums of the places above it: a bundle does not wait for the country.
CREATE TABLE figure_pending (
  place_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- A list of cells, as in indicator_figure without their place.
  cells jsonb NOT NULL,
  PRIMARY KEY (place_id, id)
);

INSERT INTO figure_pending (place_id, cells)
SELECT place_id, jsonb_agg(jsonb_build_object(
  'indicator', indicator, 'month', month, 'stratum', stratum, 'value', value,
  'denominator', denominator, 'numerator', numerator, 'unknown', unknown, 'total', total))
FROM indicator_figure GROUP BY place_id;
