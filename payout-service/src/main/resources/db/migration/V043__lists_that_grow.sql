-- A list is read in the order of the ids, newest first, whatever it is filtered by.
CREATE INDEX payout_request_method ON payout_request (method, id DESC);
-- An id says when it was made, so a list of a time is a range of ids. What has an id of another kind says nothing of its time.
ALTER TABLE payout_request ADD CONSTRAINT payout_request_id_of_its_time CHECK (
    uuid_extract_timestamp(id) BETWEEN requested_at - interval '1 day' AND requested_at + interval '1 day') NOT VALID;
