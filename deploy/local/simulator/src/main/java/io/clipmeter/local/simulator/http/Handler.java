package io.clipmeter.local.simulator.http;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {
  /**
   * @throws Refused when the request is at fault
   * @throws IOException when its body cannot be read
   */
  Answer answer(Request request) throws IOException;
}
