package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.Playground.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PayPalOverHttpTest {
  private static final String PAYOUTS = "/v1/payments/payouts";
  private static final String ORDER =
      """
      {"sender_batch_header":{"sender_batch_id":"%s","email_subject":"You have a payout"},
       "items":[{"recipient_type":"EMAIL","receiver":"cleo@example.org","sender_item_id":"%s",
                 "amount":{"value":"%s","currency":"USD"}}]}
      """;
  @TempDir Path state;
  private Playground simulator;

  @BeforeEach
  void start() throws Exception {
    simulator = Playground.seeded(state);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({"bG9jYWw6bG9jYWw=, 200, A21AA-LOCAL", "aW52YWxpZDp4, 401, ''"})
  void anAccountGetsAToken(String basic, int status, String token) throws Exception {
    Reply reply =
        simulator.send(
            simulator
                .request("/v1/oauth2/token")
                .setHeader("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("access_token").asString("")).isEqualTo(token);
  }

  @Test
  void anOrderIsCarriedOutOnceAndOutlivesARestart() throws Exception {
    Reply created = order("p1", "25.00");
    assertThat(created.status()).isEqualTo(201);
    String batch = created.json().at("/batch_header/payout_batch_id").asString();
    assertThat(created.json().at("/batch_header/batch_status").asString()).isEqualTo("PENDING");
    simulator.close();
    simulator = Playground.seeded(state);

    Reply again = order("p1", "25.00");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().path("name").asString()).isEqualTo("USER_BUSINESS_ERROR");
    assertThat(again.json().at("/details/0/link/0/href").asString())
        .endsWith(PAYOUTS + "/" + batch);
    JsonNode item = simulator.get(PAYOUTS + "/" + batch).json().at("/items/0");
    assertThat(item.path("transaction_status").asString()).isEqualTo("SUCCESS");
    assertThat(item.path("transaction_id").asString()).matches("[A-Z0-9]{17}");
    assertThat(item.at("/payout_item/sender_item_id").asString()).isEqualTo("p1");
    assertThat(item.at("/payout_item/amount/value").asString()).isEqualTo("25.00");
  }

  @Test
  void whatNobodyClaimsComesBackAndNothingElse() throws Exception {
    String batch = order("p2", "1.00").json().at("/batch_header/payout_batch_id").asString();
    String id =
        simulator.get(PAYOUTS + "/" + batch).json().at("/items/0/payout_item_id").asString();
    String item = "/v1/payments/payouts-item/" + id;
    assertThat(simulator.post(item + "/cancel", "").status()).isEqualTo(400);
    assertThat(simulator.post("/simulator/paypal/p2/status", "{\"status\":\"UNCLAIMED\"}").status())
        .isEqualTo(200);
    assertThat(simulator.get(item).json().path("transaction_status").asString())
        .isEqualTo("UNCLAIMED");
    assertThat(simulator.post(item + "/cancel", "").json().path("transaction_status").asString())
        .isEqualTo("RETURNED");
    assertThat(simulator.get(PAYOUTS + "/" + batch).json().at("/items/0/errors/name").asString())
        .isEqualTo("RECEIVER_UNREGISTERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"items\":[]}", "null"})
  void whatIsNoOrderIsRefused(String body) throws Exception {
    Reply reply = simulator.post(PAYOUTS, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("name").asString()).isEqualTo("VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1", "1.001", "", "1e9"})
  void whatIsNoAmountIsRefused(String amount) throws Exception {
    assertThat(order("p3", amount).status()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsNotFoundAndNobodyIsLetInWithoutAToken() throws Exception {
    assertThat(simulator.get(PAYOUTS + "/ABCDEFGHIJKLM").status()).isEqualTo(404);
    assertThat(simulator.get(PAYOUTS + "/..%2F..%2Fx").status()).isEqualTo(404);
    assertThat(simulator.get("/v1/payments/payouts-item/x").status()).isEqualTo(404);
    assertThat(simulator.post("/simulator/paypal/x/status", "{\"status\":\"SUCCESS\"}").status())
        .isEqualTo(404);
    assertThat(simulator.post("/simulator/paypal/x/status", "{\"status\":\"LOST\"}").status())
        .isEqualTo(400);
    Reply stranger =
        simulator.send(
            simulator.request(PAYOUTS + "/x").setHeader("Authorization", "x").GET().build());
    assertThat(stranger.status()).isEqualTo(401);
  }

  private Reply order(String id, String amount) throws Exception {
    return simulator.post(PAYOUTS, ORDER.formatted(id, id, amount));
  }
}
