package io.clipmeter.tracking.source.order;

class FakeGoneWatchTest extends GoneWatchContract {
  @Override
  protected GoneWatch watch() {
    return new FakeGoneWatch();
  }
}
