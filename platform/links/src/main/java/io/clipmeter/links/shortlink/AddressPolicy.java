package io.clipmeter.links.shortlink;

import java.util.List;

/**
 * Which addresses belong to the public internet. What is not surely public is not: all networks of
 * the IANA registries of special addresses, multicast, and whatever of IPv6 is not given out as
 * global unicast, with it addresses of IPv4 in the clothes of IPv6 (mapped, NAT64).
 */
final class AddressPolicy {
  private static final List<Network> SPECIAL_IPV4 =
      List.of(
          ipv4(0, 0, 0, 8),
          ipv4(10, 0, 0, 8),
          ipv4(100, 64, 0, 10),
          ipv4(127, 0, 0, 8),
          ipv4(169, 254, 0, 16),
          ipv4(172, 16, 0, 12),
          ipv4(192, 0, 0, 24),
          ipv4(192, 0, 2, 24),
          ipv4(192, 31, 196, 24),
          ipv4(192, 52, 193, 24),
          ipv4(192, 88, 99, 24),
          ipv4(192, 168, 0, 16),
          ipv4(192, 175, 48, 24),
          ipv4(198, 18, 0, 15),
          ipv4(198, 51, 100, 24),
          ipv4(203, 0, 113, 24),
          ipv4(224, 0, 0, 3));

  private static final Network GLOBAL_IPV6 = ipv6(0x2000, 0, 0, 3);
  private static final List<Network> SPECIAL_IPV6 =
      List.of(
          // Teredo, ORCHID, benchmarks and the other protocols of 2001::/23.
          ipv6(0x2001, 0, 0, 23),
          ipv6(0x2001, 0xdb8, 0, 32),
          // 6to4: any address of IPv4 behind it.
          ipv6(0x2002, 0, 0, 16),
          ipv6(0x2620, 0x4f, 0x8000, 48),
          ipv6(0x3fff, 0, 0, 20));

  private AddressPolicy() {}

  /**
   * Whether this is an address of the public internet.
   *
   * @param address in network order: 4 bytes or 16; any other length is not public
   */
  static boolean isPublic(byte[] address) {
    return switch (address.length) {
      case 4 -> SPECIAL_IPV4.stream().noneMatch(network -> network.holds(address));
      case 16 ->
          GLOBAL_IPV6.holds(address)
              && SPECIAL_IPV6.stream().noneMatch(network -> network.holds(address));
      default -> false;
    };
  }

  private static Network ipv4(int first, int second, int third, int bits) {
    return new Network(new int[] {first, second, third}, bits);
  }

  private static Network ipv6(int first, int second, int third, int bits) {
    return new Network(
        new int[] {first >> 8, first & 255, second >> 8, second & 255, third >> 8, third & 255},
        bits);
  }

  /** The addresses that share their first bits. */
  private static final class Network {
    private final int[] prefix;
    private final int bits;

    Network(int[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 128 >> (bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
