package io.clipmeter.benchmarks.engine;

import java.lang.ProcessHandle.Info;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of a process and its children, as far as they still live. */
final class CpuTime {
  private CpuTime() {}

  static long nanos(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .map(ProcessHandle::info)
        .mapToLong(CpuTime::nanos)
        .sum();
  }

  /** Without its children. */
  static long ownNanos(ProcessHandle process) {
    return nanos(process.info());
  }

  private static long nanos(Info info) {
    return Optional.of(info).flatMap(Info::totalCpuDuration).map(Duration::toNanos).orElse(0L);
  }
}
