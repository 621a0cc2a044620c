package io.clipmeter.links.shortlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPolicyTest {

  /** Both ends of each network, and the neighbours on both sides. */
  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "this network,, 0.0.0.0, 0.255.255.255, 1.0.0.0",
    "private, 9.255.255.255, 10.0.0.0, 10.255.255.255, 11.0.0.0",
    "carriers, 100.63.255.255, 100.64.0.0, 100.127.255.255, 100.128.0.0",
    "loopback, 126.255.255.255, 127.0.0.0, 127.255.255.255, 128.0.0.0",
    "link-local, 169.253.255.255, 169.254.0.0, 169.254.255.255, 169.255.0.0",
    "private, 172.15.255.255, 172.16.0.0, 172.31.255.255, 172.32.0.0",
    "protocols, 191.255.255.255, 192.0.0.0, 192.0.0.255, 192.0.1.0",
    "documents, 192.0.1.255, 192.0.2.0, 192.0.2.255, 192.0.3.0",
    "AS112, 192.31.195.255, 192.31.196.0, 192.31.196.255, 192.31.197.0",
    "AMT, 192.52.192.255, 192.52.193.0, 192.52.193.255, 192.52.194.0",
    "6to4 relays, 192.88.98.255, 192.88.99.0, 192.88.99.255, 192.88.100.0",
    "private, 192.167.255.255, 192.168.0.0, 192.168.255.255, 192.169.0.0",
    "AS112, 192.175.47.255, 192.175.48.0, 192.175.48.255, 192.175.49.0",
    "benchmarks, 198.17.255.255, 198.18.0.0, 198.19.255.255, 198.20.0.0",
    "documents, 198.51.99.255, 198.51.100.0, 198.51.100.255, 198.51.101.0",
    "documents, 203.0.112.255, 203.0.113.0, 203.0.113.255, 203.0.114.0",
    "multicast to broadcast, 223.255.255.255, 224.0.0.0, 255.255.255.255,",
    "6 unspecified to NAT64,, ::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2000::",
    "6 protocols, 2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001::,"
        + " 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:200::",
    "6 documents, 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db8::,"
        + " 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db9::",
    "6to4, 2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2002::,"
        + " 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2003::",
    "6 AS112, 2620:4f:7fff:ffff:ffff:ffff:ffff:ffff, 2620:4f:8000::,"
        + " 2620:4f:8000:ffff:ffff:ffff:ffff:ffff, 2620:4f:8001::",
    "6 documents, 3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff::,"
        + " 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:1000::",
    "6 all the rest, 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 4000::,"
        + " ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,",
  })
  void aNetworkIsSpecialFromItsFirstAddressToItsLast(
      String name, String before, String first, String last, String after) {
    assertThat(isPublic(first)).as(first).isFalse();
    assertThat(isPublic(last)).as(last).isFalse();
    if (before != null) {
      assertThat(isPublic(before)).as(before).isTrue();
    }
    if (after != null) {
      assertThat(isPublic(after)).as(after).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "::1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "5f00::1",
    "fc00::1",
    "fdff::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
  })
  void whatIsNoGlobalUnicastOfIpv6IsNotPublic(String address) {
    assertThat(isPublic(address)).isFalse();
  }

  @Test
  void anAddressOfIpv4InTheClothesOfIpv6IsNotPublic() {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 255;
    mapped[11] = (byte) 255;
    mapped[12] = 8;
    mapped[13] = 8;
    mapped[14] = 8;
    mapped[15] = 8;
    assertThat(AddressPolicy.isPublic(mapped)).isFalse();
  }

  @Test
  void bytesThatAreNoAddressAreNotPublic() {
    assertThat(AddressPolicy.isPublic(new byte[0])).isFalse();
    assertThat(AddressPolicy.isPublic(new byte[] {8, 8, 8, 8, 8})).isFalse();
  }

  private static boolean isPublic(String literal) {
    try {
      return AddressPolicy.isPublic(InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
