package io.clipmeter.links.shortlink;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Asks the operating system, in threads of its own: the system takes as long as it likes, holds its
 * thread meanwhile, and can't be stopped. Whoever waits for it here can.
 */
final class SystemNames implements NameLookup, AutoCloseable {
  private final ExecutorService threads;

  SystemNames(int atOnceMax) {
    threads =
        Executors.newFixedThreadPool(
            atOnceMax, Thread.ofPlatform().daemon().name("short-link-names-", 0).factory());
  }

  @Override
  public List<InetSocketAddress> addresses(String host, int port) throws IOException {
    Future<InetAddress[]> asked = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      return Stream.of(asked.get()).map(one -> new InetSocketAddress(one, port)).toList();
    } catch (ExecutionException failure) {
      throw new UnknownHostException(host);
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waits any more for " + host);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
