-- How many submissions of a clipper nobody has decided on: each costs readings until somebody has.
CREATE INDEX submission_open_of_clipper ON submission (clipper_id) WHERE status = 'PENDING';
