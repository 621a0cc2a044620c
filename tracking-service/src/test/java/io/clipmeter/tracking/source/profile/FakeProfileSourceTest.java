package io.clipmeter.tracking.source.profile;

import io.clipmeter.events.Platform;

class FakeProfileSourceTest extends ProfileSourceContract {
  private final FakeProfileSource fake = new FakeProfileSource();

  @Override
  protected ProfileSource source() {
    return fake;
  }

  @Override
  protected void show(Platform platform, Profile profile) {
    fake.show(platform, profile);
  }

  @Override
  protected void remove(Platform platform, String handle) {
    fake.remove(platform, handle);
  }

  @Override
  protected void outage() {
    fake.outage(true);
  }
}
