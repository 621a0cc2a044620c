package io.clipmeter.links.shortlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.links.shortlink.HopPolicy.Next;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopPolicyTest {
  private static final Hop FROM = new Hop("vm.tiktok.com", "/ZMabc12de/");

  @ParameterizedTest
  @CsvSource({
    "https://www.tiktok.com/a?b=c, https://www.tiktok.com/a?b=c",
    "HTTPS://WWW.TikTok.com:443/a, https://www.tiktok.com/a",
    "//m.tiktok.com/a, https://m.tiktok.com/a",
    "/a/b, https://vm.tiktok.com/a/b",
    "https://www.tiktok.com, https://www.tiktok.com/",
    "https://www.tiktok.com?x=%2F, https://www.tiktok.com/?x=%2F",
    "https://www.tiktok.com/a#b, https://www.tiktok.com/a",
  })
  void aPlaceOnThePlatformIsGoneTo(String location, String to) {
    assertThat(next(location)).isInstanceOf(Next.To.class);
    assertThat(((Next.To) next(location)).hop().url()).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.tiktok.com/a, NOT_HTTPS",
    "http://127.0.0.1/, NOT_HTTPS",
    "ftp://www.tiktok.com/a, NOT_HTTPS",
    "file:///etc/passwd, NOT_HTTPS",
    "javascript:alert(1), NOT_HTTPS",
    "https://www.tiktok.com:8443/a, FOREIGN_HOST",
    "https://www.tiktok.com:80/a, FOREIGN_HOST",
    "https://www.tiktok.com:/a, FOREIGN_HOST",
    "https://me@www.tiktok.com/a, FOREIGN_HOST",
    "https://www.tiktok.com:x@example.com/a, FOREIGN_HOST",
    "https://www.tiktok.com:443@example.com/a, FOREIGN_HOST",
    "https://www.tiktok.com.example.com/a, FOREIGN_HOST",
    "https://www.tiktok.com./a, FOREIGN_HOST",
    "https://example.com/www.tiktok.com, FOREIGN_HOST",
    "https://www.instagram.com/reel/CABcd_ef-12/, FOREIGN_HOST",
    "https://127.0.0.1/a, FOREIGN_HOST",
    "https://2130706433/a, FOREIGN_HOST",
    "https://[::1]/a, FOREIGN_HOST",
    "https://localhost/a, FOREIGN_HOST",
    "https:///a, FOREIGN_HOST",
    "https://www.tiktok.com\\@example.com/a, FOREIGN_HOST",
    "//example.com/a, FOREIGN_HOST",
    "/a\\b, MALFORMED",
    "/a b, MALFORMED",
    "/a%zz, MALFORMED",
    "/ж, MALFORMED",
    "a/b, MALFORMED",
    "'', MALFORMED",
  })
  void anyOtherPlaceIsNot(String location, Refusal reason) {
    assertThat(next(location)).isEqualTo(new Next.Refused(reason));
  }

  @Test
  void oneLocationIsAnAnswerAndNoneOrTwoAreNot() {
    assertThat(HopPolicy.next(Platform.TIKTOK, FROM, List.of()))
        .isEqualTo(new Next.Refused(Refusal.MALFORMED));
    assertThat(HopPolicy.next(Platform.TIKTOK, FROM, List.of("/a", "/a")))
        .isEqualTo(new Next.Refused(Refusal.MALFORMED));
  }

  @Test
  void aLocationMayHave2048CharactersAndNotOneMore() {
    assertThat(next("/" + "x".repeat(2_047))).isInstanceOf(Next.To.class);
    assertThat(next("/" + "x".repeat(2_048))).isEqualTo(new Next.Refused(Refusal.MALFORMED));
  }

  private static Next next(String location) {
    return HopPolicy.next(Platform.TIKTOK, FROM, List.of(location));
  }
}
