-- A row may stand for an entry of a journal of the service: its events are made from there when they are sent, and are not written twice.
ALTER TABLE outbox
    ADD COLUMN journal text,
    ADD COLUMN entry bigint,
    ADD COLUMN entry_events integer CHECK (entry_events >= 0),
    ADD CONSTRAINT an_entry_says_how_many_events CHECK ((entry IS NULL) = (entry_events IS NULL)),
    ADD CONSTRAINT an_entry_says_of_which_journal CHECK ((entry IS NULL) = (journal IS NULL));
