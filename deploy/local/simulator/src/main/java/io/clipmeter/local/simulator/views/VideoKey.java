package io.clipmeter.local.simulator.views;

/** A video; ids are case-sensitive strings. */
public record VideoKey(Platform platform, String id) {
  @Override
  public String toString() {
    return platform + ":" + id;
  }
}
