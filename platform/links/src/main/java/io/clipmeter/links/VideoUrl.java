package io.clipmeter.links;

import io.clipmeter.events.Platform;
import org.jspecify.annotations.Nullable;

/** What a URL turned out to be. */
public sealed interface VideoUrl {

  /**
   * A video.
   *
   * @param id the platform's own id, as the platform spells it: upper and lower case differ
   * @param canonicalUrl an address of this video without anything that does not name it
   */
  record Video(Platform platform, String id, String canonicalUrl) implements VideoUrl {}

  /**
   * The page of an account.
   *
   * @param account a name, or TikTok's own id of the account, see {@link #named}
   */
  record Profile(Platform platform, String account) implements VideoUrl {

    /** Whether it says how the account is called: TikTok's {@code tiktokuser:} only says its id. */
    public boolean named() {
      return platform != Platform.TIKTOK || !TikTokUrls.isAccountId(account);
    }
  }

  /**
   * An address that only the platform can resolve.
   *
   * @param url where to ask, always https, without anything that does not name the link
   */
  record ShortLink(Platform platform, String code, String url) implements VideoUrl {}

  /**
   * A page of a platform that shows something else than one video.
   *
   * @param id of what it shows, or the word that stands for it; null where the address has none
   */
  record NotAVideo(Platform platform, @Nullable String id) implements VideoUrl {

    /** A page without an id. */
    public NotAVideo(Platform platform) {
      this(platform, null);
    }
  }

  /**
   * Nothing that is looked at any further.
   *
   * @param meant what it would be on the platform's own host, where that can be told: for words to
   *     whoever pasted it, never to be looked for
   */
  record Refused(Reason reason, @Nullable NotAVideo meant) implements VideoUrl {

    /** Nothing of any platform. */
    public Refused(Reason reason) {
      this(reason, null);
    }
  }

  /** Why a URL is not looked at any further. */
  enum Reason {
    /** Longer than {@link VideoUrls#LONGEST}. */
    TOO_LONG,
    /**
     * Not an http or https URL, or one with blanks, control characters, credentials or a port of
     * its own.
     */
    MALFORMED,
    /** Not a host of a platform. */
    UNSUPPORTED_HOST
  }
}
