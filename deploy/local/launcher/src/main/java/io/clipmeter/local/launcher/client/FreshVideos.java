package io.clipmeter.local.launcher.client;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Videos that nobody has submitted before, with ids as the platforms draw them. */
public final class FreshVideos {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final long INSTAGRAM_EPOCH_MILLIS = 1_314_220_021_721L;
  private static final int INSTAGRAM_RANDOM_BITS = 23;

  private final RandomGenerator random;
  private final Instant uploaded;

  /**
   * @param uploaded when the videos were uploaded; two of the platforms write it into the id
   */
  public FreshVideos(RandomGenerator random, Instant uploaded) {
    this.random = random;
    this.uploaded = uploaded;
  }

  /** 19 digits; the upper half is the second of the upload. */
  String tikTokId() {
    return Long.toString(uploaded.getEpochSecond() << 32 | random.nextLong() & 0xFFFF_FFFFL);
  }

  /** 64 random bits in 11 characters. */
  public String youTubeId() {
    byte[] bits = ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong()).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** A number in base 64 that begins with the time of the upload. */
  String instagramCode() {
    long millis = uploaded.toEpochMilli() - INSTAGRAM_EPOCH_MILLIS;
    long id = millis << INSTAGRAM_RANDOM_BITS | random.nextLong(1L << INSTAGRAM_RANDOM_BITS);
    StringBuilder code = new StringBuilder();
    for (long rest = id; rest > 0; rest >>>= 6) {
      code.append(BASE64.charAt((int) (rest & 63)));
    }
    return code.reverse().toString();
  }

  public String tikTokUrl(String user) {
    return "https://www.tiktok.com/@" + user + "/video/" + tikTokId();
  }

  public String instagramUrl() {
    return "https://www.instagram.com/reel/" + instagramCode() + "/";
  }
}
