package io.clipmeter.benchmarks.settlement;

import java.sql.SQLException;

/** Gives every side the same start: a database with nothing left to write. */
@FunctionalInterface
interface Checkpoint {
  void take() throws SQLException;
}
