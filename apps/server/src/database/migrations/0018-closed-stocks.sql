-- How many were in care when a month was closed: the sum of all months until it, as they stood then, under the stratum
-- 'stock' of `figure_frozen`. Months that were closed before this have none.
ALTER TABLE month_closed ADD COLUMN with_stocks boolean NOT NULL DEFAULT false;
