package io.clipmeter.tracking.source;

import io.clipmeter.testing.SettableClock;

class FakeViewSourceTest extends ViewSourceContract {
  private final FakeViewSource fake = new FakeViewSource(SettableClock.at("2026-03-01T12:00:00Z"));

  @Override
  protected ViewSource source() {
    return fake;
  }

  @Override
  protected void show(VideoRef video, long views) {
    fake.show(video.key(), views);
  }

  @Override
  protected void hide(VideoRef video) {
    fake.hide(video.key());
  }

  @Override
  protected void remove(VideoRef video) {
    fake.remove(video.key());
  }

  @Override
  protected void outage() {
    fake.outage(true);
  }
}
