package io.clipmeter.links;

import io.clipmeter.events.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** URLs as people and attackers paste them, built around the forms that are known. Invented ids. */
record PastedUrls(RandomGenerator random) {
  private static final String WORD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  private static final String LETTERS = WORD.substring(0, 52);
  private static final List<String> TIKTOK =
      List.of("tiktok.com", "www.tiktok.com", "m.tiktok.com");
  private static final List<String> YOUTUBE =
      List.of(
          "youtube.com",
          "www.youtube.com",
          "m.youtube.com",
          "music.youtube.com",
          "gaming.youtube.com");
  private static final List<String> INSTAGRAM =
      List.of("instagram.com", "www.instagram.com", "m.instagram.com");
  private static final Set<String> ALL_HOSTS =
      Set.of(
          "tiktok.com",
          "www.tiktok.com",
          "m.tiktok.com",
          "vm.tiktok.com",
          "vt.tiktok.com",
          "tiktokv.com",
          "www.tiktokv.com",
          "youtube.com",
          "www.youtube.com",
          "m.youtube.com",
          "music.youtube.com",
          "gaming.youtube.com",
          "youtubekids.com",
          "www.youtubekids.com",
          "youtube-nocookie.com",
          "www.youtube-nocookie.com",
          "youtu.be",
          "www.youtu.be",
          "instagram.com",
          "www.instagram.com",
          "m.instagram.com");

  /** A video, and one of the places where it is shown. */
  record Form(Platform platform, String id, String host, String path, String query) {
    String plain() {
      return "https://" + host + path + query;
    }
  }

  /** One of the known forms of a video. */
  Form video() {
    return switch (oneOf(List.of(Platform.values()))) {
      case TIKTOK -> tiktok(tiktokId());
      case YOUTUBE -> youtube(text(WORD, 11));
      case INSTAGRAM -> instagram(text(WORD, 10 + random.nextInt(2)));
    };
  }

  private Form tiktok(String id) {
    String handle = random.nextBoolean() ? "" : text(LETTERS, 1 + random.nextInt(20));
    String path =
        oneOf(
            List.of(
                "/@" + handle + "/video/" + id,
                "/share/video/" + id,
                "/embed/" + id,
                "/embed/v2/" + id,
                "/player/v1/" + id,
                "/v/" + id + ".html"));
    return new Form(Platform.TIKTOK, id, oneOf(TIKTOK), path, "");
  }

  private Form youtube(String id) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Form(Platform.YOUTUBE, id, oneOf(List.of("youtu.be", "www.youtu.be")), "/" + id, "");
      case 1 -> new Form(Platform.YOUTUBE, id, oneOf(YOUTUBE), "/watch", "?v=" + id);
      case 2 -> new Form(Platform.YOUTUBE, id, oneOf(YOUTUBE), "/watch", "?t=3&v=" + id);
      default ->
          new Form(
              Platform.YOUTUBE,
              id,
              oneOf(YOUTUBE),
              oneOf(List.of("/shorts/", "/live/", "/embed/", "/v/", "/e/")) + id,
              "");
    };
  }

  private Form instagram(String id) {
    String account = random.nextBoolean() ? "" : "/" + text(LETTERS, 8) + "x";
    return new Form(
        Platform.INSTAGRAM,
        id,
        oneOf(INSTAGRAM),
        account + oneOf(List.of("/p/", "/reel/", "/reels/", "/tv/")) + id,
        "");
  }

  /** Seconds from 2018 to 2025, and 32 bits that mean nothing here. */
  private String tiktokId() {
    long second = random.nextLong(1_514_764_800L, 1_767_225_600L);
    return Long.toString((second << 32) | random.nextLong(1L << 32));
  }

  /** The same place with what browsers, apps and people add to it. */
  String decorated(Form form) {
    String host = random.nextInt(3) == 0 ? form.host().toUpperCase(Locale.ROOT) : form.host();
    String start =
        oneOf(
            List.of(
                "https://" + host,
                "HTTPS://" + host,
                "http://" + host,
                "//" + form.host(),
                host,
                "https://" + host + ":443",
                "http://" + host + ":80"));
    String slash = form.query().isEmpty() && random.nextInt(3) == 0 ? "/" : "";
    String more =
        oneOf(
            List.of(
                "",
                "is_copy=1",
                "utm_source=x&utm_medium=y",
                "igsh=aGVsbG8%3D",
                "t=7",
                "si=a_b-c"));
    String query =
        more.isEmpty() ? form.query() : form.query() + (form.query().isEmpty() ? "?" : "&") + more;
    String fragment = oneOf(List.of("", "#", "#v=AAAAAAAAAAA", "#/@a/video/7", "#?v=x"));
    String url = start + form.path() + slash + query + fragment;
    return oneOf(
        List.of(url, " " + url, url + "\n", "<" + url + ">", "\u200b" + url, "\u00a0" + url + " "));
  }

  /** The same place on a host that only looks like the platform's. */
  String foreign(Form form) {
    String host = form.host();
    String evil =
        oneOf(
            List.of(
                host + ".evil.example",
                "evil.example",
                "evil-" + host,
                "not" + host,
                host + "m",
                host.replace('o', '0'),
                host.replace('o', '\u043e'),
                host.replace("t", "\uff54"),
                host.replace('.', '\u3002'),
                host.replace(".", "%2e"),
                host + ".",
                "." + host,
                "api." + host,
                "evil.example/" + host,
                "evil.example?" + host,
                "evil.example#" + host,
                "evil.example\\@" + host,
                "evil.example\\" + host,
                "user@" + host,
                "user:secret@" + host,
                host + "@evil.example",
                host + ":8443",
                host + ":",
                host + ":443:443",
                host + ":0443",
                host + "\t.evil.example",
                "127.0.0.1",
                "[::1]",
                "2130706433"));
    String url =
        oneOf(List.of("https://", "http://", "//", "")) + evil + form.path() + form.query();
    return ALL_HOSTS.contains(evil.toLowerCase(Locale.ROOT)) ? "https://evil.example/" : url;
  }

  /** The same address in another scheme. */
  String otherScheme(Form form) {
    return oneOf(
            List.of(
                "ftp", "javascript", "data", "file", "https:https", "gopher", "intent", "htt ps"))
        + "://"
        + form.host()
        + form.path()
        + form.query();
  }

  /** The form with an id that no video can have. */
  String withoutVideo(Form form) {
    String id = form.id();
    String bad =
        oneOf(
            List.of(
                id.substring(1) + "/..",
                id + id,
                id.substring(0, id.length() - (form.platform() == Platform.INSTAGRAM ? 3 : 1)),
                "%" + Integer.toHexString(id.charAt(0)) + id.substring(1),
                id.substring(0, 5) + "%00" + id.substring(5),
                id.substring(0, 5) + "\u0436" + id.substring(6),
                id.substring(0, 5) + "\uff11" + id.substring(6),
                id + "\ud83d\ude00",
                id.substring(0, 4) + "%2F" + id.substring(4),
                id.substring(0, 4) + ";" + id.substring(5)));
    return form.plain().replace(id, bad);
  }

  /** A known form with a few characters changed, cut out or put in. */
  String broken(Form form) {
    StringBuilder url = new StringBuilder(form.plain());
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(url.length());
      switch (random.nextInt(3)) {
        case 0 -> url.deleteCharAt(at);
        case 1 -> url.insert(at, strange());
        default -> url.setCharAt(at, strange());
      }
    }
    return url.toString();
  }

  private char strange() {
    return random.nextInt(4) == 0
        ? (char) random.nextInt(0x1_0000)
        : oneOf(
            List.of('/', '?', '#', '@', ':', '%', '.', '\\', '&', '=', ' ', '\0', 'A', '7', '<'));
  }

  private String text(String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
