package io.clipmeter.submission;

import io.clipmeter.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The running service as its callers see it. */
public final class Service {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CAMPAIGN =
      """
      {"name": "Summer", "budget": {"amount": "100.00", "currency": "USD"}, "cpm": "2.50",
       "platforms": ["TIKTOK", "YOUTUBE", "INSTAGRAM"], "sharedVideos": SHARED}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Environment environment;

  Service(Environment environment) {
    this.environment = environment;
    // A busy machine takes its time; whoever waits longer than this waits in vain.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  /** The service as this clipper sees it. */
  public As clipper(String subject) {
    return new As(this, TestTokens.clipper(subject));
  }

  /** The service as an admin sees it. */
  public As admin() {
    return admin("ada");
  }

  /** The service as this admin sees it. */
  public As admin(String subject) {
    return new As(this, TestTokens.admin(subject));
  }

  /** The service as somebody with this token sees it; null: with none. */
  public As bearing(@Nullable String token) {
    return new As(this, token);
  }

  /** A campaign over 100 USD that takes submissions, and wants its videos for itself. */
  public UUID activeCampaign() {
    return activeCampaign(false);
  }

  /** A campaign over 100 USD that takes submissions. */
  public UUID activeCampaign(boolean sharedVideos) {
    UUID id =
        admin()
            .post("/api/admin/campaigns", CAMPAIGN.replace("SHARED", String.valueOf(sharedVideos)))
            .is(201)
            .id();
    admin().post("/api/admin/campaigns/" + id + "/publish", "").is(200);
    return id;
  }

  /** What {@code clipper} gets for offering this URL. */
  public Answer submit(String clipper, UUID campaign, String url) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("campaignId", campaign.toString())
            .put("url", url)
            .toString();
    return clipper(clipper).post("/api/clippers/submissions", body);
  }

  private Answer send(String method, String path, @Nullable String token, @Nullable String body) {
    return send(method, path, token, body, null);
  }

  private Answer send(
      String method,
      String path,
      @Nullable String token,
      @Nullable String body,
      @Nullable String key) {
    String port = environment.getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), body(response));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode body(HttpResponse<String> response) {
    boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
    return json
        ? JSON.readTree(response.body())
        : JsonNodeFactory.instance.stringNode(response.body());
  }

  /** The service with one token. */
  public record As(Service service, @Nullable String token) {

    public Answer get(String path) {
      return service.send("GET", path, token, null);
    }

    public Answer post(String path, String body) {
      return service.send("POST", path, token, body);
    }

    /** With this Idempotency-Key. */
    public Answer post(String path, String body, String key) {
      return service.send("POST", path, token, body, key);
    }

    public Answer put(String path, String body) {
      return service.send("PUT", path, token, body);
    }

    public Answer delete(String path) {
      return service.send("DELETE", path, token, null);
    }

    /** Any method. */
    public Answer send(String method, String path, @Nullable String body) {
      return service.send(method, path, token, body);
    }
  }
}
