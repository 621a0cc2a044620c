package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.paypal.PayPal.Found;
import io.clipmeter.payout.paypal.PayPal.Order;
import io.clipmeter.payout.paypal.PayPal.Sent;
import io.clipmeter.payout.paypal.PayPalServer.Fault;
import io.clipmeter.testing.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PayPal's answers are taken for. */
class PayPalPayoutsTest {
  private final PayPalServer server = new PayPalServer();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final PayPal paypal = paypal(server.url(), "secret", "20s", clock);
  private final Order order =
      new Order(UUID.randomUUID(), Money.of("20.5", "USD"), "anna@example.com");

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void ordersOneItemUnderThePayoutsOwnId() {
    assertThat(paypal.send(order)).isInstanceOf(Sent.Accepted.class);
    JsonNode sent = server.orders.getFirst();
    String id = order.payoutId().toString();
    assertThat(sent.at("/sender_batch_header/sender_batch_id").asString()).isEqualTo(id);
    assertThat(sent.get("items")).hasSize(1);
    JsonNode item = sent.at("/items/0");
    assertThat(item.get("sender_item_id").asString()).isEqualTo(id);
    assertThat(item.get("recipient_type").asString()).isEqualTo("EMAIL");
    assertThat(item.get("receiver").asString()).isEqualTo("anna@example.com");
    assertThat(item.get("amount").toString())
        .isEqualTo("{\"value\":\"20.50\",\"currency\":\"USD\"}");
    assertThat(server.requestIds).containsExactly(id);
    assertThat(order.toString()).doesNotContain("anna");
  }

  @Test
  void yenHaveNoCents() {
    paypal.send(new Order(UUID.randomUUID(), Money.of("2500", "JPY"), "anna@example.com"));
    assertThat(server.orders.getFirst().at("/items/0/amount/value").asString()).isEqualTo("2500");
  }

  @Test
  void aSecondOrderFindsTheBatchOfTheFirst() {
    Sent first = paypal.send(order);
    assertThat(paypal.send(order)).isEqualTo(first);
    assertThat(server.charges.get("anna@example.com")).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "RESET_BEFORE, Lost",
    "SILENT_BEFORE, Lost",
    "ERROR_BEFORE, Lost",
    "RESET_AFTER, Lost",
    "SILENT_AFTER, Lost",
    "ERROR_AFTER, Lost",
    "HALF_AFTER, Lost",
    "HTML_AFTER, Lost",
    "BUSY, RefusedForNow",
    "NO_FUNDS, RefusedForNow",
    "NO_TOKEN, RefusedForNow",
    "INVALID, RefusedForGood",
    "NONE, Accepted"
  })
  void anAnswerIsTakenFor(Fault fault, String meaning) {
    PayPal patient = patience(fault);
    server.sending = id -> fault;
    assertThat(patient.send(order).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void whereNobodyListensNothingWasSent() {
    server.sending = id -> Fault.NONE;
    assertThat(paypal.ready()).isTrue();
    server.close();
    assertThat(paypal.send(order)).isEqualTo(new Sent.RefusedForNow("cannot connect"));
    assertThat(paypal.look("B1", order.payoutId(), order.amount()))
        .isEqualTo(new Found.Nothing("cannot connect"));
  }

  @Test
  void theTokenIsKeptUntilShortlyBeforeItsEndAndGivenUpWhereItIsRefused() {
    assertThat(paypal.ready()).isTrue();
    paypal.send(order);
    assertThat(server.tokensGiven()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(32400 - 121));
    paypal.ready();
    assertThat(server.tokensGiven()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(2));
    paypal.ready();
    assertThat(server.tokensGiven()).isEqualTo(2);
    server.sending = id -> Fault.NO_TOKEN;
    paypal.send(order);
    paypal.ready();
    assertThat(server.tokensGiven()).isEqualTo(3);
  }

  @Test
  void withoutATokenNothingIsSent() {
    PayPal wrong = paypal(server.url(), "other", "20s", clock);
    assertThat(wrong.ready()).isFalse();
    assertThat(wrong.send(order)).isEqualTo(new Sent.RefusedForNow("no token"));
    assertThat(server.orders).isEmpty();
    server.tokenGiven = false;
    assertThat(paypal.ready()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS",
    "FAILED",
    "PENDING",
    "UNCLAIMED",
    "RETURNED",
    "ONHOLD",
    "BLOCKED",
    "REFUNDED",
    "REVERSED"
  })
  void theItemsStatusCountsAndNotTheBatchs(String status) {
    server.becoming = id -> looks -> status;
    String batch = ((Sent.Accepted) paypal.send(order)).batchId();
    Found.Item item = (Found.Item) paypal.look(batch, order.payoutId(), order.amount());
    assertThat(item.status()).hasToString(status);
    assertThat(item.transactionId()).isEqualTo(status.equals("SUCCESS") ? "TX" + batch : null);
  }

  @Test
  void aStatusThatIsNotInTheBooksIsUnrecognized() {
    server.becoming = id -> looks -> "VANISHED";
    String batch = ((Sent.Accepted) paypal.send(order)).batchId();
    assertThat(paypal.look(batch, order.payoutId(), order.amount()))
        .isEqualTo(new Found.Item(ItemStatus.UNRECOGNIZED, null, null));
  }

  @Test
  void anItemOfAnotherPayoutOrAmountProvesNothing() {
    String batch = ((Sent.Accepted) paypal.send(order)).batchId();
    assertThat(paypal.look(batch, UUID.randomUUID(), order.amount()))
        .isEqualTo(new Found.Strange("PayPal's batch holds other items"));
    assertThat(paypal.look(batch, order.payoutId(), Money.of("20.51", "USD")))
        .isEqualTo(new Found.Strange("PayPal's item has another amount"));
    assertThat(paypal.look(batch, order.payoutId(), Money.of("20.50", "EUR")))
        .isEqualTo(new Found.Strange("PayPal's item has another amount"));
  }

  @Test
  void thatAnotherBatchIsDeniedProvesNothing() {
    server.becoming = id -> looks -> PayPalServer.DENIED_BATCH;
    String batch = ((Sent.Accepted) paypal.send(order)).batchId();
    assertThat(paypal.look(batch, order.payoutId(), order.amount())).isEqualTo(new Found.Denied());
    assertThat(paypal.look(batch, UUID.randomUUID(), order.amount()))
        .isEqualTo(new Found.Strange("PayPal's batch is another one"));
  }

  @ParameterizedTest
  @CsvSource({"RESET_BEFORE", "SILENT_BEFORE", "ERROR_BEFORE", "NO_TOKEN"})
  void aLookWithoutAnAnswerProvesNothing(Fault fault) {
    String batch = ((Sent.Accepted) paypal.send(order)).batchId();
    PayPal patient = patience(fault);
    server.looking = id -> fault;
    assertThat(patient.look(batch, order.payoutId(), order.amount()))
        .isInstanceOf(Found.Nothing.class);
    assertThat(patient.look("NONE", order.payoutId(), order.amount()))
        .isInstanceOf(Found.Nothing.class);
  }

  /** Whoever waits for what never comes does not wait long; all others have time. */
  private PayPal patience(Fault fault) {
    if (!fault.name().startsWith("SILENT")) {
      return paypal;
    }
    PayPal hasty = paypal(server.url(), "secret", "300ms", clock);
    Awaitility.await().until(hasty::ready);
    return hasty;
  }

  static PayPal paypal(URI url, String secret, String timeout, Clock clock) {
    PayPalSettings settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "p.base-url",
                        url.toString(),
                        "p.client-id",
                        "client",
                        "p.client-secret",
                        secret,
                        "p.busy-for",
                        "1h",
                        "p.connect-timeout",
                        timeout,
                        "p.answer-timeout",
                        timeout)))
            .bind("p", PayPalSettings.class)
            .get();
    JsonMapper json = JsonMapper.builder().build();
    PayPalHttp http = new PayPalHttp(settings, json);
    return new PayPalPayouts(http, new AccessToken(http, clock), json);
  }
}
