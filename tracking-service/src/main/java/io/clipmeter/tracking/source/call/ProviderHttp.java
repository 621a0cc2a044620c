package io.clipmeter.tracking.source.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call over HTTP: JSON, or a {@link ProviderFault} that says what stood in the way. */
public final class ProviderHttp {
  /** Fifty videos of YouTube with the longest texts are 2 MiB. */
  private static final int ANSWER_BYTES_MAX = 4 * 1024 * 1024;

  /**
   * A virtual thread that computes keeps its carrier to itself: the call that a provider waits for
   * comes before what is left of an answer.
   */
  private static final int ELEMENTS_AT_A_TIME = 16;

  private final RestClient http;
  private final Errors errors;
  private final JsonMapper json;

  /** What a status beside 2xx means with this provider. */
  @FunctionalInterface
  public interface Errors {
    /**
     * @param body the answer's JSON; missing where it was none (a proxy's HTML, say)
     */
    ProviderFault fault(int status, JsonNode body, @Nullable Duration retryAfter);
  }

  /**
   * @param headers sent with each call, such as the key
   */
  public ProviderHttp(
      URI baseUrl,
      Consumer<HttpHeaders> headers,
      CallSettings settings,
      Errors errors,
      JsonMapper json) {
    this.errors = errors;
    this.json = json;
    this.http =
        RestClient.builder()
            .baseUrl(baseUrl.toString().replaceFirst("/+$", ""))
            .requestFactory(requests(settings))
            .defaultHeaders(headers)
            .build();
  }

  /** HTTP/1.1: over one HTTP/2 connection a stuck stream would hold up the others. */
  private static JdkClientHttpRequestFactory requests(CallSettings settings) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(settings.answerTimeout());
    return factory;
  }

  /** Begins a GET. */
  public RestClient.RequestHeadersUriSpec<?> get() {
    return http.get();
  }

  /** Begins a POST. */
  public RestClient.RequestBodyUriSpec post() {
    return http.post();
  }

  /**
   * Sends the request and reads its answer, of 4 MiB at most.
   *
   * @throws ProviderFault where there is no answer, or not the one that was hoped for
   */
  public JsonNode answer(RestClient.RequestHeadersSpec<?> request) {
    return answer(request, ANSWER_BYTES_MAX, json::readTree);
  }

  /**
   * Sends the request and takes its answer, an array, without looking into it: see {@link
   * #elements}.
   *
   * @param bytesMax how large the answer may be; its bytes are held in memory as a whole
   * @throws ProviderFault where there is no answer, or one that does not begin and end as an array
   */
  public byte[] array(RestClient.RequestHeadersSpec<?> request, int bytesMax) {
    return answer(request, bytesMax, ProviderHttp::whole);
  }

  /** What breaks off in the middle, or is a page for people, is seen before it is understood. */
  private static byte[] whole(byte[] body) {
    int first = 0;
    int last = body.length - 1;
    while (first <= last && isSpace(body[first])) {
      first++;
    }
    while (last > first && isSpace(body[last])) {
      last--;
    }
    if (last <= first || body[first] != '[' || body[last] != ']') {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "an answer that is no array");
    }
    return body;
  }

  private static boolean isSpace(byte one) {
    return one == ' ' || one == '\t' || one == '\r' || one == '\n';
  }

  /**
   * Reads an array element by element: no two of them are in memory as JSON trees, which take
   * several times what their bytes do.
   *
   * @param part what is kept of an element; an element that it fails on is an answer that is no
   *     JSON, so it should not
   * @throws ProviderFault SHAPE where it is no JSON, or no array
   */
  public <T> List<T> elements(byte[] array, Function<JsonNode, T> part) {
    try {
      return parts(array, part);
    } catch (JacksonException notJson) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "an answer that is not JSON");
    }
  }

  private <T> List<T> parts(byte[] array, Function<JsonNode, T> part) {
    List<T> parts = new ArrayList<>();
    try (JsonParser parser = json.createParser(array)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new ProviderFault(ProviderFault.Kind.SHAPE, "an answer that is no array");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        parts.add(part.apply(parser.readValueAsTree()));
        if (parts.size() % ELEMENTS_AT_A_TIME == 0) {
          Thread.yield();
        }
      }
      if (parser.nextToken() != null) {
        throw new ProviderFault(ProviderFault.Kind.SHAPE, "an array with something behind it");
      }
    }
    return parts;
  }

  private <T> T answer(
      RestClient.RequestHeadersSpec<?> request, int bytesMax, Function<byte[], T> reading) {
    try {
      return request
          .accept(MediaType.APPLICATION_JSON)
          .exchangeForRequiredValue((asked, response) -> read(response, bytesMax, reading));
    } catch (ResourceAccessException failure) {
      throw fault(failure);
    }
  }

  private <T> T read(ClientHttpResponse response, int bytesMax, Function<byte[], T> reading)
      throws IOException {
    int status = response.getStatusCode().value();
    byte[] body = body(response.getBody(), bytesMax);
    if (status < 200 || status > 299) {
      throw errors.fault(status, error(body), retryAfter(response.getHeaders()));
    }
    try {
      return reading.apply(body);
    } catch (JacksonException notJson) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "an answer that is not JSON");
    }
  }

  private static byte[] body(InputStream stream, int bytesMax) throws IOException {
    byte[] body = stream.readNBytes(bytesMax + 1);
    if (body.length > bytesMax) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "an answer that is too large")
          .withCode(ProviderFault.TOO_LARGE);
    }
    return body;
  }

  private JsonNode error(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      return json.missingNode();
    }
  }

  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    String text = headers.getFirst(HttpHeaders.RETRY_AFTER);
    if (text == null) {
      return null;
    }
    return text.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(text))
        : until(date(text), date(headers.getFirst(HttpHeaders.DATE)));
  }

  /** Both are of the provider's own clock, whatever ours says. */
  private static @Nullable Duration until(@Nullable Instant then, @Nullable Instant now) {
    return then == null || now == null || then.isBefore(now) ? null : Duration.between(now, then);
  }

  private static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ProviderFault fault(ResourceAccessException failure) {
    if (failure.contains(ConnectException.class)
        || failure.contains(HttpConnectTimeoutException.class)) {
      return new ProviderFault(ProviderFault.Kind.DOWN, "cannot connect")
          .withCode(ProviderFault.NO_CONNECTION);
    }
    return new ProviderFault(
        ProviderFault.Kind.LOST, failure.getMostSpecificCause().getClass().getSimpleName());
  }
}
