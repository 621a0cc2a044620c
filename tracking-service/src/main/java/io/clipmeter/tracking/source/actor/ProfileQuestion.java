package io.clipmeter.tracking.source.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.profile.Profile;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account that an actor is asked for, and how its items say who it is. Only an item that names
 * the account itself counts: those of guests and of reposts name somebody else.
 *
 * @param handle without the @; of YouTube also the id of a channel, or an older name with its form:
 *     {@code c/NAME}, {@code user/NAME}
 */
public record ProfileQuestion(Platform platform, String handle) {
  private static final Pattern CHANNEL_ID = Pattern.compile("UC[0-9A-Za-z_-]{22}");
  private static final Pattern CHANNEL_IN_URL =
      Pattern.compile("/channel/(UC[0-9A-Za-z_-]{22})(?![0-9A-Za-z_-])");
  private static final Pattern HANDLE_IN_URL = Pattern.compile("youtube\\.com/@([^/?#]+)");
  private static final Pattern OLDER = Pattern.compile("(c|user)/[^/?#]+");
  private static final Pattern OLDER_IN_URL = Pattern.compile("youtube\\.com/((?:c|user)/[^/?#]+)");

  /** For a handle as somebody wrote it. */
  public static ProfileQuestion of(Platform platform, String handle) {
    String text = handle.strip();
    return new ProfileQuestion(platform, text.startsWith("@") ? text.substring(1) : text);
  }

  /** The address of its page. */
  public String url() {
    return switch (platform) {
      case TIKTOK -> "https://www.tiktok.com/@" + escaped(handle);
      case INSTAGRAM -> "https://www.instagram.com/" + escaped(handle) + "/";
      case YOUTUBE -> "https://www.youtube.com/" + channel();
    };
  }

  private String channel() {
    if (isOlder()) {
      int name = handle.indexOf('/') + 1;
      return handle.substring(0, name) + escaped(handle.substring(name));
    }
    return (isChannelId() ? "channel/" : "@") + escaped(handle);
  }

  private static String escaped(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }

  /** The actor's input, for the least that shows the page. */
  public Map<String, Object> input() {
    return switch (platform) {
      case TIKTOK ->
          Map.of(
              "profiles",
              List.of(handle),
              "resultsPerPage",
              1,
              "profileScrapeSections",
              List.of("videos"));
      case INSTAGRAM ->
          Map.of("directUrls", List.of(url()), "resultsType", "details", "resultsLimit", 1);
      case YOUTUBE ->
          Map.of(
              "startUrls", List.of(Map.of("url", url())), "maxResults", 1, "maxResultsShorts", 1);
    };
  }

  /** The most items that this input has the actor deliver, each of which is paid for. */
  public int itemsMax() {
    return switch (platform) {
      case TIKTOK, INSTAGRAM -> 1;
      case YOUTUBE -> 2;
    };
  }

  /** Who the item says it is; empty where it is about somebody else, or says nothing. */
  public Optional<Profile> profile(Item item) {
    return switch (platform) {
      case TIKTOK -> tiktok(item.at("authorMeta"));
      case INSTAGRAM -> instagram(item);
      case YOUTUBE -> youtube(item);
    };
  }

  private Optional<Profile> tiktok(Item author) {
    return Optional.ofNullable(author.text("name"))
        .filter(this::named)
        .map(
            name ->
                new Profile(
                    author.id("id"),
                    name,
                    author.text("nickName"),
                    author.text("avatar"),
                    author.text("signature"),
                    author.truth("verified"),
                    author.plausible("fans"),
                    author.plausible("video")));
  }

  private Optional<Profile> instagram(Item item) {
    return Optional.ofNullable(item.text("username"))
        .filter(this::named)
        .map(
            name ->
                new Profile(
                    item.id("id"),
                    name,
                    item.text("fullName"),
                    item.text("profilePicUrl"),
                    item.text("biography"),
                    item.truth("verified"),
                    item.plausible("followersCount"),
                    item.plausible("postsCount")));
  }

  private Optional<Profile> youtube(Item item) {
    String id = channelId(item);
    String name = channelName(item);
    boolean asked = isChannelId() ? handle.equals(id) : named(isOlder() ? older(item) : name);
    return !asked || (name == null && isOlder())
        ? Optional.empty()
        : Optional.of(
            new Profile(
                id,
                name == null ? handle : name,
                item.text("channelName"),
                item.text("channelAvatarUrl"),
                item.text("channelDescription"),
                item.truth("isChannelVerified"),
                item.plausible("numberOfSubscribers"),
                item.plausible("channelTotalVideos")));
  }

  private static @Nullable String channelId(Item item) {
    String id = item.text("channelId");
    return id != null ? id : Ids.inUrl(CHANNEL_IN_URL, item, "channelUrl");
  }

  /** Some items give the handle only in the address of the page that the channel's data is from. */
  private static @Nullable String channelName(Item item) {
    String name = Ids.withoutAt(item.text("channelUsername"));
    if (name != null) {
      return name;
    }
    return Ids.inUrl(HANDLE_IN_URL, item, "inputChannelUrl", "channelUrl");
  }

  /** The address that was asked for, which the actor repeats; as it escapes it. */
  private static @Nullable String older(Item item) {
    String name = Ids.inUrl(OLDER_IN_URL, item, "inputChannelUrl");
    return name == null
        ? null
        : URLDecoder.decode(name.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), UTF_8);
  }

  /** Platforms tell no capitals apart in handles. */
  private boolean named(@Nullable String name) {
    return name != null && name.toLowerCase(Locale.ROOT).equals(handle.toLowerCase(Locale.ROOT));
  }

  private boolean isOlder() {
    return OLDER.matcher(handle).matches();
  }

  private boolean isChannelId() {
    return CHANNEL_ID.matcher(handle).matches();
  }
}
