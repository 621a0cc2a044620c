package io.clipmeter.local.launcher.client;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.process.Waiting;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people say to the gateway and what it answers, printed as it happens. */
public final class Dialogue {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
  private static final int COLUMNS = 320;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Function<Person, Api> apis;
  private final PrintStream out;
  private final Map<Person, Api> known = new EnumMap<>(Person.class);

  /**
   * @param apis how to speak for a person
   */
  public Dialogue(Function<Person, Api> apis, PrintStream out) {
    this.apis = apis;
    this.out = out;
  }

  /** An object to fill and post. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Begins a new step. */
  public void step(String what) {
    out.printf("%n== %s%n", what);
  }

  /** A remark between requests. */
  public void remark(String what) {
    out.println("   " + what);
  }

  /** Posts and prints both directions. */
  public Answer post(Person who, String path, @Nullable JsonNode body) {
    out.printf(
        "-> %s POST %s %s%n", who.clientId(), path, body == null ? "" : cut(body.toString()));
    return printed(api(who).post(path, body));
  }

  /** Gets and prints both directions. */
  public Answer get(Person who, String path) {
    out.printf("-> %s GET %s%n", who.clientId(), path);
    return printed(api(who).get(path));
  }

  /** Gets without a word, for looking again and again. */
  public Answer look(Person who, String path) {
    return api(who).get(path);
  }

  /** All items of a list, page by page, without a word. */
  public List<JsonNode> all(Person who, String path) {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String next = "";
    do {
      String token = next.isEmpty() ? "" : "&pageToken=" + next;
      Answer page = look(who, path + separator + "pageSize=100" + token);
      if (!page.ok()) {
        throw new Failure(
            "GET %s answered %d: %s".formatted(path, page.status(), cut(page.body().toString())));
      }
      page.body().path("items").forEach(items::add);
      next = page.body().path("nextPageToken").asString("");
    } while (!next.isEmpty());
    return items;
  }

  /**
   * Looks again and again until there is something to see.
   *
   * @param what ends the sentence "There is no ..." of the failure
   */
  public <T> T await(String what, Duration within, Supplier<Optional<T>> look) {
    return attempt(within, look)
        .orElseThrow(
            () -> new Failure("There is no %s after %d s.".formatted(what, within.toSeconds())));
  }

  /** Looks again and again until there is something to see or the time is over. */
  public <T> Optional<T> attempt(Duration within, Supplier<Optional<T>> look) {
    List<T> seen = new ArrayList<>();
    Waiting.until(
        () -> {
          look.get().ifPresent(seen::add);
          return !seen.isEmpty();
        },
        within,
        BETWEEN_LOOKS);
    return seen.stream().findFirst();
  }

  /** Makes sure that an answer is what the walk needs to go on. */
  public static Answer require(Answer answer, int status) {
    if (answer.status() != status) {
      throw new Failure(
          "The answer should have status %d and has %d: %s"
              .formatted(status, answer.status(), cut(answer.body().toString())));
    }
    return answer;
  }

  private Answer printed(Answer answer) {
    out.printf("<- %d %s%n", answer.status(), cut(answer.body().toString()));
    return answer;
  }

  private Api api(Person who) {
    return known.computeIfAbsent(who, apis);
  }

  private static String cut(String text) {
    return text.length() <= COLUMNS ? text : text.substring(0, COLUMNS - 3) + "...";
  }
}
