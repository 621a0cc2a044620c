package io.clipmeter.tracking.source.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider of account pages does, the fake's included. */
public abstract class ProfileSourceContract {
  protected static final String HANDLE = "Sample.Studio";
  protected static final Profile PROFILE =
      new Profile(
          "6776371925083915001",
          HANDLE,
          "Sample Studio",
          "https://media.example.com/avatar.jpg",
          "clipmeter-code-4711 ✨",
          true,
          12_345L,
          67L);

  protected abstract ProfileSource source();

  /** The platform shows this account. */
  protected abstract void show(Platform platform, Profile profile);

  /** The platform says that there is no account of this name. */
  protected abstract void remove(Platform platform, String handle);

  /** The provider fails for as long as anybody asks. */
  protected abstract void outage();

  @ParameterizedTest
  @EnumSource
  void anAccountIsReadWithItsBio(Platform platform) {
    show(platform, PROFILE);

    assertThat(source().read(platform, HANDLE)).isEqualTo(new ProfileReading.Ok(PROFILE));
  }

  @ParameterizedTest
  @EnumSource
  void theSignAndTheCapitalsOfAHandleDoNotMatter(Platform platform) {
    show(platform, PROFILE);

    assertThat(source().read(platform, "@sample.studio")).isEqualTo(new ProfileReading.Ok(PROFILE));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyBioIsNull(Platform platform) {
    show(platform, new Profile("1", HANDLE, null, null, null, null, 0L, 0L));

    assertThat(source().read(platform, HANDLE))
        .isEqualTo(new ProfileReading.Ok(new Profile("1", HANDLE, null, null, null, null, 0L, 0L)));
  }

  @ParameterizedTest
  @EnumSource
  void anotherAccountsPageIsNoAnswer(Platform platform) {
    show(platform, PROFILE);

    assertThat(source().read(platform, HANDLE + "2")).isInstanceOf(ProfileReading.Unknown.class);
  }

  @ParameterizedTest
  @EnumSource
  void anAccountThatThePlatformDoesNotKnowIsSaidToBeGone(Platform platform) {
    remove(platform, HANDLE);

    assertThat(source().read(platform, HANDLE))
        .isEqualTo(new ProfileReading.Gone(UnavailableReason.NOT_FOUND));
  }

  @ParameterizedTest
  @EnumSource
  void anOutageIsAnAnswerAndNobodyIsGone(Platform platform) {
    show(platform, PROFILE);
    outage();

    assertThat(source().read(platform, HANDLE)).isInstanceOf(ProfileReading.Unknown.class);
  }
}
