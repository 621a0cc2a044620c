package io.clipmeter.links.shortlink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Names for the client, each looked up once and all its addresses checked: the client connects to
 * what is given out here and never looks a name up itself, so that a name that changes its mind
 * between check and connection changes nothing.
 */
final class CheckedNames implements DnsResolver {
  private final NameLookup names;
  private final Predicate<InetAddress> allowed;

  CheckedNames(NameLookup names, Predicate<InetAddress> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  /** An address that is not public stands behind a name. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host);
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> addresses = looked(host, port);
    if (addresses.isEmpty() || !addresses.stream().allMatch(one -> isAllowed(one.getAddress()))) {
      throw new NotPublic(host);
    }
    return addresses;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolve(host, 443).stream()
        .map(InetSocketAddress::getAddress)
        .toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private boolean isAllowed(InetAddress address) {
    return address != null && allowed.test(address);
  }

  private List<InetSocketAddress> looked(String host, int port) throws UnknownHostException {
    try {
      return names.addresses(host, port);
    } catch (UnknownHostException unknown) {
      throw unknown;
    } catch (IOException interrupted) {
      throw new UnknownHostException(host);
    }
  }
}
