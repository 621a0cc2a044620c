-- What the tests' listener did: one row per effect, so that a second one would show.
CREATE TABLE effect (
    name  text   NOT NULL,
    n     bigint NOT NULL
);
