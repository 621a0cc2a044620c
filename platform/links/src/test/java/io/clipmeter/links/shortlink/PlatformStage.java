package io.clipmeter.links.shortlink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** All hosts of all platforms, on a TLS socket of this machine, byte for byte as a test wants. */
final class PlatformStage implements AutoCloseable {
  private final SSLServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final AtomicLong connections = new AtomicLong();

  /** Each request that was heard: host and target, then all its headers. */
  final List<List<String>> requests = new CopyOnWriteArrayList<>();

  /** What happens on a connection after its request. */
  @FunctionalInterface
  interface Behaviour {
    void play(OutputStream out) throws IOException, InterruptedException;
  }

  PlatformStage() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      server =
          (SSLServerSocket)
              TestTls.context().getServerSocketFactory().createServerSocket(0, 50, here);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    threads.submit(this::accept);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** How many connections there have been, whatever became of them. */
  long connections() {
    return connections.get();
  }

  /** Host and target of each request, in order. */
  List<String> asked() {
    return requests.stream().map(List::getFirst).toList();
  }

  /** Answers with this head and nothing else. */
  PlatformStage on(String hostAndTarget, String... head) {
    return on(hostAndTarget, out -> out.write(bytes(String.join("\r\n", head) + "\r\n\r\n")));
  }

  /** Answers 200 with this body. */
  PlatformStage onPage(String hostAndTarget, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return on(hostAndTarget, "HTTP/1.1 200 OK", "Content-Length: " + length + "\r\n\r\n" + body);
  }

  /** Sends on to there. */
  PlatformStage onRedirect(String hostAndTarget, String location) {
    return on(hostAndTarget, "HTTP/1.1 301 Moved", "Location: " + location, "Content-Length: 0");
  }

  PlatformStage on(String hostAndTarget, Behaviour behaviour) {
    behaviours.put(hostAndTarget, behaviour);
    return this;
  }

  /** Says nothing for as long as the test lasts. */
  void stall(OutputStream out) throws InterruptedException {
    over.await();
  }

  /** Says a head without end, a letter at a time. */
  void drip(OutputStream out) throws IOException, InterruptedException {
    out.write(bytes("HTTP/1.1 301 Moved\r\nX-Slow: "));
    while (!over.await(20, TimeUnit.MILLISECONDS)) {
      out.write('x');
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.submit(() -> serve((SSLSocket) socket));
      }
    } catch (IOException closed) {
      over.countDown();
    }
  }

  private Object serve(SSLSocket socket) throws IOException, InterruptedException {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      List<String> head = new CopyOnWriteArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.add(line);
      }
      if (!head.isEmpty()) {
        answer(head, socket.getOutputStream());
      }
      return head;
    }
  }

  private void answer(List<String> head, OutputStream out)
      throws IOException, InterruptedException {
    String host =
        head.stream()
            .filter(line -> line.regionMatches(true, 0, "Host: ", 0, 6))
            .map(line -> line.substring(6).replace(":443", ""))
            .findFirst()
            .orElse("");
    String asked = host + head.getFirst().split(" ", -1)[1];
    head.set(0, asked);
    requests.add(head);
    behaviours
        .getOrDefault(asked, silent -> silent.write(bytes("HTTP/1.1 404 None\r\n\r\n")))
        .play(out);
    out.flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
