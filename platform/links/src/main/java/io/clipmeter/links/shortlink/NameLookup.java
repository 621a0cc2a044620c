package io.clipmeter.links.shortlink;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** The port to the system's names of hosts. */
@FunctionalInterface
interface NameLookup {

  /**
   * All addresses that a name has now.
   *
   * @throws IOException where it has none, or nobody says
   */
  List<InetSocketAddress> addresses(String host, int port) throws IOException;
}
