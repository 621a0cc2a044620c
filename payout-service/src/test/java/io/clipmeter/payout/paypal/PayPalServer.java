package io.clipmeter.payout.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers in PayPal's shapes, with the faults that a test wants. Carries an id out once. */
public final class PayPalServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PAYOUTS = "/v1/payments/payouts";
  private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

  /** In the place of an item's status: the batch is refused as a whole. */
  static final String DENIED_BATCH = "DENIED_BATCH";

  private static final String DENIED =
      "{\"batch_header\":{\"sender_batch_header\":{\"sender_batch_id\":\"%s\"},\"batch_status\":\"DENIED\"},\"items\":[]}";

  /** What happens to a call. */
  enum Fault {
    NONE,
    /** Not carried out. */
    RESET_BEFORE,
    SILENT_BEFORE,
    ERROR_BEFORE,
    BUSY,
    NO_FUNDS,
    INVALID,
    NO_TOKEN,
    /** Carried out, but the caller does not hear of it. */
    RESET_AFTER,
    SILENT_AFTER,
    ERROR_AFTER,
    HALF_AFTER,
    HTML_AFTER
  }

  /** A batch of one item. */
  static final class Batch {
    final String id;
    final JsonNode ordered;
    final AtomicInteger looks = new AtomicInteger();
    final String transaction;
    volatile Function<Integer, String> status;

    Batch(String id, JsonNode ordered, Function<Integer, String> status) {
      this.id = id;
      this.ordered = ordered;
      this.transaction = "TX" + id;
      this.status = status;
    }

    String statusNow() {
      return status.apply(looks.get());
    }
  }

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger tokens = new AtomicInteger();

  /** By sender_batch_id. */
  final Map<String, Batch> batches = new ConcurrentHashMap<>();

  /** How often each receiver was charged for. */
  final Map<String, AtomicInteger> charges = new ConcurrentHashMap<>();

  /** PEM by name. */
  public final Map<String, String> certificates = new ConcurrentHashMap<>();

  public final AtomicInteger certificatesAsked = new AtomicInteger();

  final List<JsonNode> orders = new CopyOnWriteArrayList<>();
  final List<String> requestIds = new CopyOnWriteArrayList<>();

  /** The fault of the next order, by its id. */
  volatile Function<String, Fault> sending = id -> Fault.NONE;

  volatile Function<String, Fault> looking = id -> Fault.NONE;
  volatile boolean tokenGiven = true;

  /** The status of a new batch by the number of looks at it. */
  volatile Function<String, Function<Integer, String>> becoming = id -> looks -> "SUCCESS";

  public PayPalServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/oauth2/token", this::token);
    server.createContext(PAYOUTS, this::payouts);
    server.createContext("/v1/notifications/certs/", this::certificate);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int tokensGiven() {
    return tokens.get();
  }

  private void certificate(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    String pem = certificates.get(path.substring(path.lastIndexOf('/') + 1));
    certificatesAsked.incrementAndGet();
    answer(call, pem == null ? 404 : 200, pem == null ? "" : pem);
  }

  private void token(HttpExchange call) throws IOException {
    if (!tokenGiven) {
      answer(call, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    String basic = call.getRequestHeaders().getFirst("Authorization");
    boolean right = "Basic Y2xpZW50OnNlY3JldA==".equals(basic);
    answer(
        call,
        right ? 200 : 401,
        """
        {"scope":"x","access_token":"A21AA-%d","token_type":"Bearer","expires_in":32400}\
        """
            .formatted(tokens.incrementAndGet()));
  }

  private void payouts(HttpExchange call) throws IOException {
    String authorization = call.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith("Bearer A21AA-")) {
      answer(call, 401, "{\"name\":\"AUTHENTICATION_FAILURE\"}");
    } else if (call.getRequestMethod().equals("POST")) {
      order(call);
    } else {
      look(call);
    }
  }

  private void order(HttpExchange call) throws IOException {
    JsonNode order = JSON.readTree(call.getRequestBody().readAllBytes());
    orders.add(order);
    requestIds.add(String.valueOf(call.getRequestHeaders().getFirst("PayPal-Request-Id")));
    String id = order.at("/sender_batch_header/sender_batch_id").asString();
    Fault fault = sending.apply(id);
    switch (fault) {
      case RESET_BEFORE -> call.close();
      case SILENT_BEFORE -> silence();
      case ERROR_BEFORE -> answer(call, 500, error("INTERNAL_SERVER_ERROR"));
      case BUSY -> answer(call, 429, error("RATE_LIMIT_REACHED"));
      case NO_FUNDS -> answer(call, 422, error("INSUFFICIENT_FUNDS"));
      case INVALID -> answer(call, 400, error("VALIDATION_ERROR"));
      case NO_TOKEN -> answer(call, 401, error("AUTHENTICATION_FAILURE"));
      case NONE, RESET_AFTER, SILENT_AFTER, ERROR_AFTER, HALF_AFTER, HTML_AFTER ->
          carryOut(call, id, order, fault);
    }
  }

  private void carryOut(HttpExchange call, String id, JsonNode order, Fault fault)
      throws IOException {
    String number = "B" + NUMBERS.incrementAndGet();
    JsonNode item = order.at("/items/0");
    Batch made = new Batch(number, item, becoming.apply(id));
    Batch before = batches.putIfAbsent(id, made);
    if (before == null) {
      String receiver = item.get("receiver").asString();
      charges.computeIfAbsent(receiver, key -> new AtomicInteger()).incrementAndGet();
    }
    switch (fault) {
      case RESET_AFTER -> call.close();
      case SILENT_AFTER -> silence();
      case ERROR_AFTER -> answer(call, 500, error("INTERNAL_SERVER_ERROR"));
      case HTML_AFTER -> answer(call, 200, "<html>Thank you</html>");
      case HALF_AFTER -> {
        call.sendResponseHeaders(201, 1000);
        call.getResponseBody().write("{\"batch_header\":{".getBytes(UTF_8));
        call.getResponseBody().flush();
        call.close();
      }
      default -> answer(call, before == null ? 201 : 400, told(before, made, id));
    }
  }

  /** As on the first day. */
  void reset() {
    sending = id -> Fault.NONE;
    looking = id -> Fault.NONE;
    becoming = id -> looks -> "SUCCESS";
    tokenGiven = true;
  }

  /** How often this payout was ordered. */
  public long orders(UUID payout) {
    return requestIds.stream().filter(payout.toString()::equals).count();
  }

  /** As PayPal answered in October 2026 to an id that it had. */
  private static String told(@Nullable Batch before, Batch made, String id) {
    return before == null
        ? """
        {"batch_header":{"sender_batch_header":{"sender_batch_id":"%s"},\
        "payout_batch_id":"%s","batch_status":"PENDING"},"links":[]}\
        """
            .formatted(id, made.id)
        : """
        {"name":"USER_BUSINESS_ERROR","message":"User business error.","debug_id":"f7796227d93d5",\
        "details":[{"field":"SENDER_BATCH_ID","location":"body",\
        "issue":"Batch with given sender_batch_id already exists",\
        "link":[{"href":"https://api.sandbox.paypal.com/v1/payments/payouts/%s","rel":"self",\
        "method":"GET","encType":"application/json"}]}],"links":[]}\
        """
            .formatted(before.id);
  }

  private void look(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    String number = path.substring(path.lastIndexOf('/') + 1);
    Batch batch =
        batches.values().stream().filter(each -> each.id.equals(number)).findFirst().orElse(null);
    switch (looking.apply(number)) {
      case RESET_BEFORE -> call.close();
      case SILENT_BEFORE -> silence();
      case ERROR_BEFORE -> answer(call, 503, "<html>busy</html>");
      case NO_TOKEN -> answer(call, 401, error("AUTHENTICATION_FAILURE"));
      default -> {
        if (batch == null) {
          answer(call, 404, error("RESOURCE_NOT_FOUND"));
        } else {
          batch.looks.incrementAndGet();
          answer(call, 200, state(batch));
        }
      }
    }
  }

  private static String state(Batch batch) {
    String status = batch.statusNow();
    if (status.equals(DENIED_BATCH)) {
      return DENIED.formatted(batch.ordered.get("sender_item_id").asString());
    }
    boolean failed = List.of("FAILED", "RETURNED", "UNCLAIMED", "BLOCKED").contains(status);
    return """
    {"total_items":1,"total_pages":1,"batch_header":{"payout_batch_id":"%s",\
    "batch_status":"SUCCESS"},"items":[{"payout_item_id":"I%s","transaction_status":"%s",\
    %s%s"payout_item":%s}]}\
    """
        .formatted(
            batch.id,
            batch.id,
            status,
            failed ? "\"errors\":{\"name\":\"RECEIVER_UNREGISTERED\",\"message\":\"x\"}," : "",
            status.equals("SUCCESS") ? "\"transaction_id\":\"" + batch.transaction + "\"," : "",
            batch.ordered);
  }

  private static String error(String name) {
    return "{\"name\":\"%s\",\"message\":\"m\",\"debug_id\":\"1\",\"links\":[]}".formatted(name);
  }

  private void silence() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    call.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
