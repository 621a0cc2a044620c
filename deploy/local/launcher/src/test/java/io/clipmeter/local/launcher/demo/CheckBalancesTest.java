package io.clipmeter.local.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.client.Api;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckBalancesTest {
  private static final String EARNINGS = "/api/clippers/earnings";
  private static final Map<String, String> PAYMENTS =
      Map.of(
          EARNINGS,
          "{\"clipId\":\"a\"},{\"clipId\":\"b\"}",
          EARNINGS + "/a/accruals",
          payment("2.500000", "USD") + "," + payment("0.000001", "USD"),
          EARNINGS + "/b/accruals",
          payment("1.25", "USD") + "," + payment("9", "EUR"));

  private final Deque<String> balances = new ArrayDeque<>();
  private final PrintStream nowhere =
      new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
  private final Checks checks = new Checks(nowhere);
  private HttpServer gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::answer);
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  @Test
  void countAllPaymentsOfAllClipsInTheCurrencyOfTheDemo() {
    balances.add(balance("3.750001"));

    check(Duration.ZERO);

    assertThat(checks.failed()).isZero();
    assertThat(checks.made()).isEqualTo(1);
  }

  @Test
  void waitUntilTheBalanceHasHeardOfEveryPayment() {
    balances.addAll(List.of("", balance("2.50"), balance("3.750001")));

    check(Duration.ofSeconds(20));

    assertThat(checks.failed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.75", "3.750002", "7.500002"})
  void findWhatWasNotCreditedOrTwice(String earned) {
    balances.add(balance(earned));

    check(Duration.ZERO);

    assertThat(checks.failed()).isEqualTo(1);
  }

  private void check(Duration toldWithin) {
    String address = "http://127.0.0.1:" + gateway.getAddress().getPort();
    Dialogue dialogue = new Dialogue(person -> new Api(address, "", Duration.ZERO), nowhere);
    new CheckBalances(dialogue, checks, toldWithin).run(List.of(Person.CLIPPER));
  }

  /** The last balance stays. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String items = PAYMENTS.get(path);
    if (items == null) {
      items = balances.size() > 1 ? balances.remove() : balances.element();
    }
    byte[] body = ("{\"items\":[" + items + "]}").getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String balance(String earned) {
    return "{\"currency\":\"EUR\",\"earned\":%s},{\"currency\":\"USD\",\"earned\":%s}"
        .formatted(amount("9", "EUR"), amount(earned, "USD"));
  }

  private static String payment(String amount, String currency) {
    return "{\"amount\":%s}".formatted(amount(amount, currency));
  }

  private static String amount(String amount, String currency) {
    return "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
  }
}
