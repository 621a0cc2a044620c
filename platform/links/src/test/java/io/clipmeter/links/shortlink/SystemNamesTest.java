package io.clipmeter.links.shortlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is asked of this machine alone. */
class SystemNamesTest {

  @Test
  void aNameHasAddressesWithTheAskedPort() throws IOException {
    try (SystemNames names = new SystemNames(1)) {
      assertThat(names.addresses("localhost", 443))
          .isNotEmpty()
          .allSatisfy(
              one -> {
                assertThat(one.getAddress().isLoopbackAddress()).isTrue();
                assertThat(one.getPort()).isEqualTo(443);
              });
    }
  }

  @Test
  void aNameThatCannotBeOneIsUnknown() {
    try (SystemNames names = new SystemNames(1)) {
      assertThatThrownBy(() -> names.addresses("no..name", 443))
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void whoeverIsInterruptedWaitsNoLonger() {
    try (SystemNames names = new SystemNames(1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> names.addresses("localhost", 443))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aLinkToAHostThatIsNotOnTheListIsRefusedWithoutANetwork() {
    ShortLink odd = new ShortLink(Platform.TIKTOK, "x", "https://localhost/x");
    try (ShortLinks links = ShortLinks.onTheInternet(ShortLinkLimits.USUAL)) {
      assertThat(links.resolve(odd, Instant.parse("2026-03-01T12:00:00Z")))
          .isEqualTo(new Refused(Refusal.FOREIGN_HOST));
    }
  }
}
