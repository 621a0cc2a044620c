package io.clipmeter.local.launcher.stack;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line for each part when it is ready, and on a terminal a last line that says what is being
 * waited for.
 */
public final class Progress implements AutoCloseable {
  private static final int TELL_SECONDS = 15;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, Long> waiting = new LinkedHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private boolean closed;

  /**
   * @param terminal whether lines can be overwritten
   */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    if (terminal) {
      clock.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    } else {
      clock.scheduleAtFixedRate(this::tell, TELL_SECONDS, TELL_SECONDS, TimeUnit.SECONDS);
    }
  }

  synchronized void begins(String part) {
    waiting.put(part, System.nanoTime());
    showWaiting();
  }

  /**
   * @param note what took long, or empty
   */
  synchronized void ready(String part, String note) {
    finish(part, "ready", note);
  }

  synchronized void failed(String part, String reason) {
    finish(part, "FAILED", reason);
  }

  /** Something about a part that takes no time worth telling. */
  public synchronized void says(String part, String what) {
    line("  %-12s %s".formatted(part, what));
  }

  private void finish(String part, String what, String note) {
    Long begin = waiting.remove(part);
    double seconds = begin == null ? 0 : (System.nanoTime() - begin) / 1e9;
    String text = String.format(Locale.ROOT, "  %-12s %-7s%5.1f s", part, what, seconds);
    line(note.isEmpty() ? text : text + "  (" + note + ")");
  }

  private void line(String text) {
    out.println(terminal ? CLEAR_LINE + text : text);
    showWaiting();
  }

  private void showWaiting() {
    if (!terminal || closed) {
      return;
    }
    out.print(CLEAR_LINE);
    if (!waiting.isEmpty()) {
      out.print(waitedFor());
    }
    out.flush();
  }

  private String waitedFor() {
    long longest =
        waiting.values().stream().mapToLong(begin -> System.nanoTime() - begin).max().orElse(0);
    return "  %s ... %d s".formatted(String.join(", ", waiting.keySet()), longest / 1_000_000_000);
  }

  /** Where lines stay, one now and then is enough. */
  private synchronized void tell() {
    if (!closed && !waiting.isEmpty()) {
      out.println(waitedFor());
    }
  }

  private synchronized void beat() {
    showWaiting();
  }

  /** Takes the last line away. */
  @Override
  public synchronized void close() {
    waiting.clear();
    showWaiting();
    closed = true;
    clock.shutdownNow();
  }
}
