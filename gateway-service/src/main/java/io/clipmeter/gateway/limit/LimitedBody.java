package io.clipmeter.gateway.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts what is read and fails above the limit. */
final class LimitedBody extends ServletInputStream {
  private final ServletInputStream body;
  private final Runnable exceeded;
  private long left;

  LimitedBody(ServletInputStream body, long max, Runnable exceeded) {
    this.body = body;
    this.left = max;
    this.exceeded = exceeded;
  }

  @Override
  public int read() throws IOException {
    int read = body.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = body.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws IOException {
    left -= Math.max(read, 0);
    if (left < 0) {
      exceeded.run();
      throw new IOException("the body is too large");
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
