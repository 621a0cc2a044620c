package io.clipmeter.testing;

import io.clipmeter.testing.backing.Backing;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the run in order: contexts, then servers. Left to the JVM's shutdown hooks all would end at
 * once, and services would complain of engines that vanish under them.
 *
 * <p>Found by JUnit through {@code META-INF/services}.
 */
public final class EnginesSession implements LauncherSessionListener {

  private static final Deque<ConfigurableApplicationContext> OPENED = new ArrayDeque<>();

  static void opened(ConfigurableApplicationContext context) {
    synchronized (OPENED) {
      OPENED.removeIf(earlier -> !earlier.isActive());
      OPENED.push(context);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    synchronized (OPENED) {
      if (OPENED.isEmpty()) {
        return;
      }
      OPENED.forEach(ConfigurableApplicationContext::close);
      OPENED.clear();
    }
    Backing.chosen().end();
  }
}
