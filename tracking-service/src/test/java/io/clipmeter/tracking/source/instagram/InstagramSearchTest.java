package io.clipmeter.tracking.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.connected.JsonStub;
import io.clipmeter.tracking.source.connected.JsonStub.Canned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often an account's media are looked through. */
class InstagramSearchTest {
  private static final VideoRef INSTAGRAM = numbered(100);
  private static final VideoRef OTHER = numbered(101);

  private final InstagramStub instagram = new InstagramStub();
  private final SettableClock clock = instagram.clock;
  private final JsonStub stub = instagram.stub;
  private final ViewSource source = instagram.source(3);

  @AfterEach
  void close() {
    instagram.close();
  }

  @Test
  void aVideoThatIsNotAmongTheMediaIsSearchedForLessAndLess() {
    for (long minutes : List.of(5, 10, 20, 40, 80, 160, 320, 360, 360)) {
      int calls = stub.seen("/").size();
      source.read(List.of(INSTAGRAM));
      assertThat(stub.seen("/")).hasSize(calls + 1);
      clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      source.read(List.of(INSTAGRAM));
      assertThat(stub.seen("/")).hasSize(calls + 1);
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void anAccountsListIsNotLookedThroughForEachVideoThatIsNotInIt() {
    source.read(List.of(numbered(0)));
    for (int i = 1; i < 5; i++) {
      assertThat(read(numbered(i)).of(numbered(i).key()))
          .isInstanceOfSatisfying(
              Reading.Unknown.class,
              unlooked -> assertThat(unlooked.fault()).isEqualTo(ProviderFault.Kind.BUSY));
    }
    assertThat(instagram.lists()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(5));
    source.read(List.of(numbered(5), numbered(6)));
    assertThat(instagram.lists()).isEqualTo(2);
  }

  @Test
  void whatAnotherSearchFoundNeedsNone() {
    source.read(List.of(OTHER));
    instagram.tell(INSTAGRAM, InstagramStub.metric("views", 7));
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Unknown.class);
    clock.advance(Duration.ofMinutes(5));

    source.read(List.of(OTHER));
    assertThat(read(INSTAGRAM).of(INSTAGRAM.key())).isInstanceOf(Reading.Ok.class);
    assertThat(instagram.lists()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aListThatCannotBeReadIsAskedForOnceForAllVideos(boolean found) {
    if (found) {
      known(INSTAGRAM);
      known(OTHER);
    }
    instagram.listing(new Canned(400, "{\"error\":{\"code\":190}}"));

    assertThat(read(INSTAGRAM, OTHER).answers().values())
        .allMatch(reading -> reading instanceof Reading.Unknown);
    assertThat(instagram.lists()).isEqualTo(1);
  }

  @Test
  void aVideoThatWasPostedSecondsAgoIsFoundMinutesLater() {
    source.read(List.of(INSTAGRAM));
    instagram.tell(INSTAGRAM, InstagramStub.metric("views", 7));
    clock.advance(Duration.ofMinutes(5));

    assertThat(source.read(List.of(INSTAGRAM)).of(INSTAGRAM.key())).isInstanceOf(Reading.Ok.class);
  }

  /** Its list had it before. */
  private void known(VideoRef video) {
    instagram.ids.add(
        instagram.accounts.usual(),
        Map.of(video.key().id(), InstagramStub.id(video)),
        clock.instant());
  }

  private Readings read(VideoRef... videos) {
    return source.read(List.of(videos));
  }

  private static VideoRef numbered(int i) {
    String code = "C%010d".formatted(i);
    return VideoRef.of(Platform.INSTAGRAM, code, "https://www.instagram.com/reel/" + code + "/");
  }
}
