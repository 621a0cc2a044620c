-- Whoever could say of their own payout that it failed would be paid twice. Taking it back while it is only requested is the clipper's right.
ALTER TABLE payout_request ADD CONSTRAINT payout_request_not_ended_by_oneself
    CHECK (status NOT IN ('PAID', 'FAILED', 'REJECTED') OR closed_by IS DISTINCT FROM clipper_id) NOT VALID;
