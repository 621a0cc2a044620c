package io.clipmeter.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"http://earnings:8103", "https://earnings.internal/", "http://[::1]:1"})
  void aBaseUrlIsASchemeAndAHost(String url) {
    assertThat(new RouteSettings(with(url)).url(Backend.EARNINGS)).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "earnings:8103",
        "earnings",
        "",
        "ftp://earnings",
        "file:///etc/passwd",
        "http://earnings/api",
        "http://earnings?x=1",
        "http://earnings#x",
        "http://user:secret@earnings",
        "http:///x"
      })
  void anythingElseStopsTheStartAndIsNamed(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RouteSettings(with(url)))
        .withMessageContaining("clipmeter.gateway.backends.earnings")
        .withMessageNotContaining("secret@");
  }

  @Test
  void everyServiceNeedsAnAddress() {
    Map<Backend, URI> urls = with("http://earnings");
    urls.remove(Backend.PAYOUT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RouteSettings(urls))
        .withMessageContaining("clipmeter.gateway.backends.payout");
  }

  private static Map<Backend, URI> with(String earnings) {
    Map<Backend, URI> urls = new EnumMap<>(Backend.class);
    for (Backend backend : Backend.values()) {
      urls.put(backend, URI.create("http://" + backend.label()));
    }
    urls.put(Backend.EARNINGS, URI.create(earnings));
    return urls;
  }
}
