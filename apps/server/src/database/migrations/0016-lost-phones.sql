-- Of what was kept apart: whether it was taken into the record in the end. False: it waits, or it was left apart.
ALTER TABLE quarantine ADD COLUMN taken_in boolean NOT NULL DEFAULT false;
