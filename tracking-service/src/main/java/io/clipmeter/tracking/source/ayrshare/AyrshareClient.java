package io.clipmeter.tracking.source.ayrshare;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ayrshare's calls that tracking makes: JSON, the keys in headers only. Whoever has numbers read
 * shares its places.
 */
public final class AyrshareClient {
  private final ProviderHttp http;
  private final ProviderCalls calls;
  private final BusyProfiles busy;
  private final RunPlaces places;

  AyrshareClient(
      AyrshareSettings settings,
      PartSettings parts,
      ProviderCalls calls,
      JsonMapper json,
      Clock clock) {
    this.calls = calls;
    this.places = new RunPlaces(settings.parallelMax(), parts);
    this.busy = new BusyProfiles(settings.busyMax(), clock);
    this.http =
        new ProviderHttp(
            settings.baseUrl(),
            headers -> headers.setBearerAuth(settings.apiKey()),
            settings.calls(),
            AyrshareErrors::fault,
            json);
  }

  /**
   * Makes a profile; not repeated where it may have been made.
   *
   * @throws ProviderFault where there is no profile, or its key did not arrive
   */
  public NewProfile createProfile(String title) {
    JsonNode answer =
        calls.start(
            "profiles",
            Use.NOTHING,
            () ->
                http.answer(
                    http.post()
                        .uri("/profiles")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("title", title))));
    Item item = new Item(answer);
    String key = item.text("profileKey");
    if (key == null || !key.matches("[!-~]{1,500}")) {
      throw new ProviderFault(Kind.SHAPE, "no profileKey in the answer");
    }
    return new NewProfile(item.text("refId"), key);
  }

  /**
   * The numbers of a post on these networks, in one call.
   *
   * @param postId Ayrshare's id of the post
   * @throws ProviderFault where there is no answer
   */
  public Map<Platform, AyrshareAnswer> post(
      String postId, Set<Platform> platforms, Profile profile) {
    List<String> names = platforms.stream().sorted().map(AyrshareClient::name).toList();
    JsonNode answer = ask(Map.of("id", postId, "platforms", names), names.size(), profile);
    return platforms.stream()
        .collect(Collectors.toMap(Function.identity(), each -> new AyrshareAnswer(answer, each)));
  }

  /**
   * The numbers of a video.
   *
   * @param nativeId the platform's own id
   * @throws ProviderFault where there is no answer
   */
  AyrshareAnswer video(String nativeId, Platform platform, Profile profile) {
    return new AyrshareAnswer(
        ask(
            Map.of("id", nativeId, "platforms", List.of(name(platform)), "searchPlatformId", true),
            1,
            profile),
        platform);
  }

  /**
   * A profile that is left alone costs no turn, and may be asked for as soon as it no longer is.
   */
  private JsonNode ask(Map<String, Object> body, int videos, Profile profile) {
    if (busy.enough(profile.id())) {
      throw new ProviderFault(
          Kind.BUSY, "not called: the profile was answered 429 too often today");
    }
    try (RunPlaces.Place place = places.take()) {
      return calls.read("analytics", Use.videos(videos), profile.id(), () -> once(body, profile));
    }
  }

  /**
   * Asks who we are, which costs nothing.
   *
   * @throws ProviderFault where the key is refused, or there is no answer
   */
  void probe() {
    calls.probe(Use.NOTHING, () -> http.answer(http.get().uri("/user")));
  }

  private JsonNode once(Map<String, Object> body, Profile profile) {
    try {
      return http.answer(
          http.post()
              .uri("/analytics/post")
              .header("Profile-Key", profile.key())
              .contentType(MediaType.APPLICATION_JSON)
              .body(body));
    } catch (ProviderFault fault) {
      if (fault.kind() == Kind.BUSY) {
        busy.add(profile.id());
      }
      throw fault;
    }
  }

  private static String name(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
