package io.clipmeter.tracking.source.discovery;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import java.util.Arrays;
import java.util.List;

class FakeDiscoveryTest extends DiscoveryContract {
  private final FakeDiscovery fake = new FakeDiscovery(SettableClock.at("2026-03-01T12:00:00Z"));

  @Override
  protected Discovery discovery() {
    return fake;
  }

  @Override
  protected void show(Question question, long views, VideoRef... videos) {
    Reading.Ok reading = new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE);
    fake.show(
        question, Arrays.stream(videos).map(video -> new FoundVideo(video, reading)).toList());
  }

  @Override
  protected void remove(Question question) {
    fake.remove(question);
  }

  @Override
  protected void trend(String country, VideoRef... ranked) {
    fake.trend(country, List.of(ranked));
  }

  @Override
  protected void sound(String country, Sound sound) {
    fake.sound(country, List.of(sound));
  }

  @Override
  protected void outage() {
    fake.outage(true);
  }
}
