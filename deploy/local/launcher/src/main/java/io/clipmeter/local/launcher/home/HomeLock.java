package io.clipmeter.local.launcher.home;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lets only one command at a time change what runs. The system frees it when its holder dies. */
public final class HomeLock implements AutoCloseable {
  private final RandomAccessFile file;
  private @Nullable FileLock lock;

  private HomeLock(RandomAccessFile file) {
    this.file = file;
  }

  public static HomeLock of(Home home) {
    try {
      return new HomeLock(new RandomAccessFile(home.folder("").resolve("lock").toFile(), "rw"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the lock unless somebody else has it. */
  public boolean tryToTake() {
    try {
      lock = file.getChannel().tryLock();
      if (lock != null) {
        file.setLength(0);
        file.writeBytes(Long.toString(ProcessHandle.current().pid()));
      }
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process that took the lock last. */
  public OptionalLong holder() {
    try {
      file.seek(0);
      String pid = file.readLine();
      return pid == null || pid.isBlank()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
