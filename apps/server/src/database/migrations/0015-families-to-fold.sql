-- Families whose newest entries are in the feed and not yet in their summary, facts and figures: a phone does not wait until
-- everything is folded. Decision 0031.
CREATE TABLE family_to_fold (
  place_id text NOT NULL,
  family text NOT NULL,
  PRIMARY KEY (place_id, family)
);
