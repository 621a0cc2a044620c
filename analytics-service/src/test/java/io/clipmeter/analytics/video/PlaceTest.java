package io.clipmeter.analytics.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void aTokenLeadsBackToItsPlace() {
    Place place = new Place(VideoOrder.NEWEST, Long.MIN_VALUE, Platform.YOUTUBE, "a b:ö-_");

    assertThat(Place.of(place.token(), VideoOrder.NEWEST)).contains(place);
    assertThat(Place.of(place.token(), VideoOrder.MOST_VIEWED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NEWEST 1 TIKTOK ",
        "NEWEST 1 VINE x",
        "NEWEST 9223372036854775808 TIKTOK x",
        "NEWEST x TIKTOK x",
        "OLDEST 1 TIKTOK x",
        "NEWEST 1 TIKTOK a\u0000b",
        " NEWEST 1 TIKTOK x"
      })
  void whatIsNoneOfOursLeadsNowhere(String text) {
    String token = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

    assertThat(Place.of(token, VideoOrder.NEWEST)).isEmpty();
    assertThat(Place.of(text + "§", VideoOrder.NEWEST)).isEmpty();
  }
}
