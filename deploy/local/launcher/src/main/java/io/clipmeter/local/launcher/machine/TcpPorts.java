package io.clipmeter.local.launcher.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether a port is free on the loopback and who holds it. */
public final class TcpPorts {
  private static final Path PROC = Path.of("/proc");
  private static final int CONNECT_MILLIS = 200;
  private static final String LISTENING = "0A";

  private TcpPorts() {}

  /** Whether a server of ours could open the port now. */
  public static boolean free(int port) {
    return !answers(port) && canBind(port);
  }

  /** The process that listens on the port, if this user may see it. */
  public static OptionalLong holder(int port) {
    return Files.exists(PROC.resolve("net/tcp")) ? holderInProc(port) : holderByLsof(port);
  }

  /** Whether something takes connections on the port. Never opens the port itself. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canBind(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static OptionalLong holderInProc(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      sockets.addAll(listeningSockets(PROC.resolve(table), port));
    }
    if (sockets.isEmpty()) {
      return OptionalLong.empty();
    }
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.mapToLong(ProcessHandle::pid).filter(pid -> holdsOneOf(pid, sockets)).findFirst();
    }
  }

  private static Set<String> listeningSockets(Path table, int port) {
    try (Stream<String> lines = Files.lines(table)) {
      Set<String> sockets = new HashSet<>();
      lines.forEach(line -> listeningSocket(line, port).ifPresent(sockets::add));
      return sockets;
    } catch (IOException e) {
      return Set.of();
    }
  }

  /**
   * The socket of a line of {@code /proc/net/tcp} that listens on this port, as a process's file
   * list calls it.
   */
  static Optional<String> listeningSocket(String line, int port) {
    String[] fields = line.strip().split("\\s+", -1);
    boolean matches =
        fields.length > 9
            && fields[1].endsWith(":%04X".formatted(port))
            && fields[3].equals(LISTENING);
    return matches ? Optional.of("socket:[" + fields[9] + "]") : Optional.empty();
  }

  private static boolean holdsOneOf(long pid, Set<String> sockets) {
    try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static OptionalLong holderByLsof(int port) {
    return Programs.output("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").stream()
        .flatMap(String::lines)
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
