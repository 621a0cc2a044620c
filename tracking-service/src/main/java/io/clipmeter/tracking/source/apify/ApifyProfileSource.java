package io.clipmeter.tracking.source.apify;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.actor.ProfileQuestion;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.profile.ProfileReading;
import io.clipmeter.tracking.source.profile.ProfileSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an account's page in one run of the actor that shows its platform's pages. */
final class ApifyProfileSource implements ProfileSource {
  private static final Logger LOG = LoggerFactory.getLogger(ApifyProfileSource.class);

  private final ApifySettings.Actors actors;
  private final ActorRunner runner;

  ApifyProfileSource(ApifySettings.Actors actors, ActorRunner runner) {
    this.actors = actors;
    this.runner = runner;
  }

  @Override
  public ProfileReading read(Platform platform, String handle) {
    ProfileQuestion question = ProfileQuestion.of(platform, handle);
    try {
      return reading(
          question,
          runner.run(
              actors.ofPages(platform), question.input(), question.itemsMax(), item -> item));
    } catch (ProviderFault fault) {
      LOG.warn("apify: an account of {} is unread: {}", platform, fault.getMessage());
      return new ProfileReading.Unknown(String.valueOf(fault.getMessage()));
    }
  }

  private static ProfileReading reading(ProfileQuestion question, ActorRunner.Result<Item> result) {
    List<Item> items = result.items();
    return items.stream()
        .flatMap(item -> question.profile(item).stream())
        .findFirst()
        .<ProfileReading>map(ProfileReading.Ok::new)
        .or(() -> result.complete() ? gone(items) : Optional.empty())
        .orElseGet(() -> new ProfileReading.Unknown("no item about the account"));
  }

  /** One account is asked in a run, so an error item is about it. */
  private static Optional<ProfileReading> gone(List<Item> items) {
    return items.stream()
        .map(ApifyErrors::said)
        .filter(Reading.Gone.class::isInstance)
        .map(said -> (ProfileReading) new ProfileReading.Gone(((Reading.Gone) said).reason()))
        .findFirst();
  }
}
