package io.clipmeter.benchmarks.tracking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process holds on to: its heap after a full collection. */
final class LiveHeap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)");
  private static final double MEGABYTE = 1024.0 * 1024;

  private LiveHeap() {}

  /** In MB; asks the JDK's own tool, which has the process collect its garbage first. */
  static double megabytes(long pid) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher total = TOTAL.matcher(said);
    if (process.waitFor() != 0 || !total.find()) {
      throw new IllegalStateException("jcmd gives no histogram: " + said.lines().limit(3).toList());
    }
    return Long.parseLong(total.group(1)) / MEGABYTE;
  }
}
