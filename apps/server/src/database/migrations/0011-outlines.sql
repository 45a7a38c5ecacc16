-- Outlines of places for the maps of figures, from a GeoJSON that somebody brought. A reference table: one row a place.
CREATE TABLE place_outline (
  place_id text PRIMARY KEY REFERENCES place (id),
  -- Rings of [longitude, latitude] in degrees (WGS 84), simplified for a map on a screen.
  rings jsonb NOT NULL,
  brought_by text NOT NULL,
  brought_at timestamptz NOT NULL
);
