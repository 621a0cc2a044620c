package io.clipmeter.benchmarks.engine;

import java.lang.ProcessHandle.Info;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of processes and their children, as far as they still live. */
final class CpuTime {
  private CpuTime() {}

  static long nanos(Stream<ProcessHandle> roots) {
    return roots
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .distinct()
        .map(ProcessHandle::info)
        .map(Info::totalCpuDuration)
        .flatMap(Optional::stream)
        .mapToLong(Duration::toNanos)
        .sum();
  }
}
