package io.clipmeter.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.links.PastedUrls.Form;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.Refused;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.testing.Trials;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every URL, however it is spelt. */
class PastedUrlsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int TRIALS = 20_000;
  private static final Set<String> CANONICAL_HOSTS =
      Set.of("www.tiktok.com", "www.youtube.com", "www.instagram.com");
  private static final Set<String> ASKED_HOSTS =
      Set.of("www.tiktok.com", "vm.tiktok.com", "vt.tiktok.com", "www.instagram.com");

  @Test
  void everySpellingOfAVideoIsThatVideo() {
    Trials.of(TRIALS)
        .check(
            random -> {
              PastedUrls urls = new PastedUrls(random);
              Form form = urls.video();
              String url = urls.decorated(form);
              VideoUrl parsed = VideoUrls.parse(url, NOW);

              assertThat(parsed).as(url).isInstanceOf(Video.class);
              assertThat(((Video) parsed).platform()).as(url).isEqualTo(form.platform());
              assertThat(((Video) parsed).id()).as(url).isEqualTo(form.id());
            });
  }

  @Test
  void aForeignHostOrSchemeIsNeverAccepted() {
    Trials.of(TRIALS)
        .check(
            random -> {
              PastedUrls urls = new PastedUrls(random);
              Form form = urls.video();
              String url = random.nextInt(5) == 0 ? urls.otherScheme(form) : urls.foreign(form);

              assertThat(VideoUrls.parse(url, NOW)).as(url).isInstanceOf(Refused.class);
            });
  }

  @Test
  void anIdThatNoVideoCanHaveIsNoVideo() {
    Trials.of(TRIALS)
        .check(
            random -> {
              PastedUrls urls = new PastedUrls(random);
              String url = urls.withoutVideo(urls.video());

              assertThat(VideoUrls.parse(url, NOW)).as(url).isNotInstanceOf(Video.class);
            });
  }

  @Test
  void whateverItIsNothingIsThrownAndItsCanonicalFormIsTheSame() {
    Trials.of(TRIALS)
        .check(
            random -> {
              PastedUrls urls = new PastedUrls(random);
              Form form = urls.video();
              String url =
                  switch (random.nextInt(4)) {
                    case 0 -> urls.decorated(form);
                    case 1 -> urls.foreign(form);
                    case 2 -> urls.withoutVideo(form);
                    default -> urls.broken(form);
                  };

              isStable(url, VideoUrls.parse(url, NOW));
            });
  }

  private static void isStable(String url, VideoUrl parsed) {
    switch (parsed) {
      case Video video -> {
        assertThat(VideoUrls.parse(video.canonicalUrl(), NOW)).as(url).isEqualTo(video);
        assertThat(host(video.canonicalUrl())).as(url).isIn(CANONICAL_HOSTS);
        assertThat(url).contains(video.id());
      }
      case ShortLink link -> {
        assertThat(VideoUrls.parse(link.url(), NOW)).as(url).isEqualTo(link);
        assertThat(host(link.url())).as(url).isIn(ASKED_HOSTS);
        assertThat(url).contains(link.code());
      }
      case Profile profile ->
          assertThat(url.toLowerCase(Locale.ROOT))
              .contains(profile.account().toLowerCase(Locale.ROOT));
      case VideoUrl.NotAVideo page -> assertThat(page.platform()).isNotNull();
      case Refused refused -> assertThat(refused.reason()).isNotNull();
    }
  }

  private static String host(String url) {
    URI uri = URI.create(url);
    assertThat(uri.getScheme()).isEqualTo("https");
    return uri.getHost();
  }
}
