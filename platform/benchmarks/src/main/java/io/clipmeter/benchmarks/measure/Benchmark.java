package io.clipmeter.benchmarks.measure;

import java.util.List;
import java.util.function.Consumer;

/** Something that is measured beside its peers. */
public interface Benchmark {

  /** What it is called on the command line. */
  String name();

  /** One line for people: what is compared with what. */
  String about();

  /** What of it is measured apart, when its name is asked for; none for most. */
  default List<Benchmark> parts() {
    return List.of();
  }

  /**
   * Measures once, with engines of its own that are gone when it returns.
   *
   * @param quick less work, so that it ends within two minutes
   * @param progress hears what is going on
   * @throws Exception where something could not be started or a side got the work wrong
   */
  Report run(boolean quick, Consumer<String> progress) throws Exception;
}
