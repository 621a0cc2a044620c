package io.clipmeter.e2e.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who calls an HTTP API; without a token where it is empty. */
public final class Caller {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final String base;
  private final String token;

  public Caller(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** What came back. */
  record Answer(int status, JsonNode body) {
    JsonNode require(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException("wanted " + wanted + ", got " + status + ": " + body);
      }
      return body;
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, ObjectNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** All items of a list. */
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String page = path + (path.contains("?") ? "&" : "?") + "pageSize=100";
    String next = page;
    while (!next.isEmpty()) {
      JsonNode answer = get(next).require(200);
      answer.get("items").forEach(items::add);
      String more = answer.path("nextPageToken").asString("");
      next = more.isEmpty() ? "" : page + "&pageToken=" + more;
    }
    return items;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.body().isBlank() ? object() : JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
