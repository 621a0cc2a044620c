package io.clipmeter.tracking.source.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.Platform;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BoundedProfilesTest {
  private static final ProfileReading SHOWN =
      new ProfileReading.Ok(
          new Profile("77", "some.one", null, null, "My clips", null, null, null));
  private static final ProfileReading LATE = new ProfileReading.Unknown("no profile in time");
  private static final ProfileReading FULL =
      new ProfileReading.Unknown("too many profiles at once");

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger readings = new AtomicInteger();
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void whatIsReadInTimeIsTold() {
    try (BoundedProfiles profiles = bounded((platform, handle) -> SHOWN, Duration.ofSeconds(30))) {
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(SHOWN);
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(SHOWN);
    }
  }

  @Test
  void nobodyWaitsLongerThanThatAndWhoAsksNextHasTheAnswer() throws Exception {
    try (BoundedProfiles profiles = bounded(this::slow, Duration.ofMillis(200))) {
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(LATE);
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(LATE);
      goOn.countDown();

      Awaitility.await().until(() -> profiles.read(Platform.TIKTOK, "some.one").equals(SHOWN));
      assertThat(readings).hasValue(1);
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(SHOWN);
      assertThat(readings).hasValue(2);
    }
  }

  @Test
  void beyondThoseThatAreReadAtOnceNobodyWaitsAndAllPlacesComeBack() throws Exception {
    try (BoundedProfiles profiles = bounded(this::slow, Duration.ofMillis(200))) {
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(LATE);
      assertThat(profiles.read(Platform.TIKTOK, "another")).isEqualTo(FULL);
      goOn.countDown();
      Awaitility.await().until(() -> profiles.read(Platform.TIKTOK, "another").equals(SHOWN));
    }
  }

  @Test
  void whereTheServiceStopsNothingGoesOn() throws Exception {
    try (BoundedProfiles profiles = bounded(this::slow, Duration.ofMillis(1))) {
      assertThat(profiles.read(Platform.TIKTOK, "some.one")).isEqualTo(LATE);
    }

    interrupted.await();
  }

  @Test
  void aFaultGivesItsPlaceBack() {
    ProfileSource broken =
        (platform, handle) -> {
          throw new IllegalArgumentException("broken");
        };
    try (BoundedProfiles profiles = bounded(broken, Duration.ofSeconds(30))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> profiles.read(Platform.TIKTOK, "some.one"))
            .isInstanceOf(IllegalStateException.class)
            .hasRootCauseMessage("broken");
      }
    }
  }

  private ProfileReading slow(Platform platform, String handle) {
    readings.incrementAndGet();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return SHOWN;
  }

  private static BoundedProfiles bounded(ProfileSource source, Duration readingFor) {
    return new BoundedProfiles(source, 1, readingFor);
  }
}
