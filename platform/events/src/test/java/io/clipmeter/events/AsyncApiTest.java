package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** What we publish about our events is what we publish. */
class AsyncApiTest {
  private static final Path DOCS = Path.of("../../docs/events");
  private static final JsonNode API = read();

  @Test
  void everyChannelIsATopicAndEveryTopicAChannel() {
    assertThat(API.get("channels").valueStream().map(channel -> text(channel, "address")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
  }

  @Test
  void everyMessageIsAnEventTypeAndEveryEventTypeAMessage() {
    assertThat(API.at("/components/messages").valueStream().map(message -> text(message, "name")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values()).map(EventType::ceType).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aChannelCarriesTheTypesOfItsTopic(Topic topic) {
    assertThat(
            channel(topic)
                .get("messages")
                .valueStream()
                .map(reference -> text(follow(reference), "name")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .map(EventType::ceType)
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void aChannelIsKeptAsItsTopicIs(Topic topic) {
    JsonNode kafka = channel(topic).at("/bindings/kafka");
    JsonNode config = kafka.get("topicConfiguration");

    assertThat(text(kafka, "topic")).isEqualTo(topic.topicName());
    assertThat(config.get("cleanup.policy").valueStream().map(JsonNode::asString))
        .containsExactly(topic.compacted() ? "compact" : "delete");
    assertThat(config.get("retention.ms").asLong())
        .isEqualTo(topic.compacted() ? -1L : kept(topic));
    assertThat(config.path("min.compaction.lag.ms").asLong(-1))
        .isEqualTo(topic.compacted() ? kept(topic) : -1L);
    assertThat(channel(topic).get("tags").valueStream().map(tag -> text(tag, "name")))
        .containsExactly(topic.isPublic() ? "public" : "internal");
  }

  private static long kept(Topic topic) {
    return topic.retention().map(Duration::toMillis).orElse(-1L);
  }

  @ParameterizedTest
  @EnumSource
  void aMessageCarriesTheSchemaAndTheHeadersOfItsType(EventType type) throws IOException {
    JsonNode message = message(type);
    Path schema = DOCS.resolve(text(message.at("/payload/schema"), "$ref"));

    assertThat(text(message, "title")).isEqualTo(type.record().getSimpleName());
    assertThat(message.at("/headers/properties/ce_type/const").asString()).isEqualTo(type.ceType());
    assertThat(message.at("/traits/0/$ref").asString())
        .isEqualTo("#/components/messageTraits/cloudEvent");
    assertThat(Contract.JSON.readTree(Files.readString(schema))).isEqualTo(Contract.schema(type));
  }

  @ParameterizedTest
  @EnumSource
  void aMessageNamesTheKeyThatItHas(EventType type) {
    Event sample = Contract.readRecord(type, Contract.sample(type));
    String words = message(type).at("/bindings/kafka/key/description").asString();

    String named =
        Stream.of(
                "campaign",
                "clipper, platform and handle",
                "clipper",
                "clip",
                "platform and video id")
            .filter(words.toLowerCase(Locale.ROOT).replaceFirst("^the ", "")::startsWith)
            .findFirst()
            .orElseThrow();
    JsonNode json = Contract.sample(type);
    String expected =
        switch (named) {
          case "platform and video id" -> text(json, "platform") + ":" + text(json, "videoId");
          case "clipper, platform and handle" ->
              String.join(
                  ":", text(json, "clipperId"), text(json, "platform"), text(json, "handle"));
          default -> text(json, named + "Id");
        };
    assertThat(sample.key()).isEqualTo(expected);
  }

  @Test
  void everyTopicIsPublishedByOneService() {
    assertThat(API.get("operations").valueStream())
        .allSatisfy(operation -> assertThat(text(operation, "action")).isEqualTo("send"))
        .extracting(operation -> text(follow(operation.get("channel")), "address"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
  }

  @Test
  void theSubscribersPageNamesOnlyWhatThereIs() throws IOException {
    String page = Files.readString(DOCS.resolve("subscribe.md"));

    assertThat(found("clipping\\.[a-z-]+\\.v[0-9]+", page))
        .isSubsetOf(Arrays.stream(Topic.values()).map(Topic::topicName).toList())
        .containsAll(
            Arrays.stream(Topic.values()).filter(Topic::isPublic).map(Topic::topicName).toList());
    assertThat(found("io\\.clipmeter\\.[a-z-]+\\.v[0-9]+", page))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(EventType.of(name)).as(name).isPresent());
    assertThat(found("(?<=\\]\\()(?!https?:)[^)]+", page))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(DOCS.resolve(link)).exists());
  }

  @Test
  void theSubscribersPageSaysWhatViewsCountAndWhoPaidForThem() throws IOException {
    String page = Files.readString(DOCS.resolve("subscribe.md"));

    assertThat(page).contains("- `metric` says what", "- `sponsored` is");
    assertThat(Arrays.stream(CountMetric.values()).map(Enum::name))
        .allSatisfy(metric -> assertThat(page).contains(metric));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  private static JsonNode channel(Topic topic) {
    return API.get("channels")
        .valueStream()
        .filter(channel -> text(channel, "address").equals(topic.topicName()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode message(EventType type) {
    return API.at("/components/messages")
        .valueStream()
        .filter(message -> text(message, "name").equals(type.ceType()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode follow(JsonNode reference) {
    JsonNode target = API.at(text(reference, "$ref").substring(1));
    assertThat(target.isObject()).as("%s leads somewhere", reference).isTrue();
    return target;
  }

  private static String text(JsonNode holder, String field) {
    return holder.path(field).asString();
  }

  private static JsonNode read() {
    try (Reader yaml = Files.newBufferedReader(DOCS.resolve("asyncapi.yaml"))) {
      return Contract.JSON.valueToTree(new Yaml().load(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
