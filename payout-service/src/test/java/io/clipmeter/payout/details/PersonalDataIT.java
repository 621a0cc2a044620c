package io.clipmeter.payout.details;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where money is sent stands nowhere in the clear but in the one answer that an admin needs. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT extends RunningService {
  private static final String REQUEST = "/api/clippers/payout-request";
  private static final String EMAIL = "canary.bird@nest.example";
  private static final String IBAN = "GB33BUKB20201555555555";
  private static final String HOLDER = "Cassandra Canary";
  private static final List<String> CANARIES =
      List.of("canary.bird", IBAN, "20201555555555", "20201 555", HOLDER, "Canary");

  @Test
  void neitherLogsNorTablesNorOtherAnswersShowIt(CapturedOutput output) {
    List<Answer> answers = new ArrayList<>();
    for (String body :
        List.of(
            Api.paypal("20.00", EMAIL), Api.bank("20.00", "GB33 BUKB 2020 1555 5555 55", HOLDER))) {
      String id = newClipper();
      Api clipper = clipperWith(id, "50");
      answers.addAll(refusals(clipper));
      Answer created = clipper.post(REQUEST, "key", body);
      assertThat(created.status()).isEqualTo(201);
      UUID payout = created.id();
      answers.add(created);
      answers.add(clipper.post(REQUEST, "key", body));
      answers.add(clipper.get("/api/clippers/payout-requests"));
      answers.add(clipper.get("/api/clippers/payout-requests/" + payout));
      answers.add(admin("boss").get("/api/admin/payout-requests"));
      answers.add(admin("boss").approve(payout));
      answers.add(admin("boss").pay(payout, "T-" + payout));
      String path = "/api/admin/payout-requests/" + payout;
      answers.add(admin("boss").get(path));
      assertThat(admin("boss").post(path + "/disclose", "{\"reason\":\"x\"}").text())
          .containsAnyOf(EMAIL, IBAN);
    }
    for (String canary : CANARIES) {
      assertThat(answers).noneMatch(answer -> answer.text().contains(canary));
      assertThat(output.getAll()).doesNotContain(canary);
      String hex = HexFormat.of().formatHex(canary.getBytes(UTF_8));
      assertThat(everyRow())
          .noneMatch(row -> row.contains(canary.toLowerCase(Locale.ROOT)) || row.contains(hex));
    }
  }

  @Test
  void equalDetailsLookDifferentAtRest() {
    String id = newClipper();
    Api clipper = clipperWith(id, "50");
    for (String key : List.of("one", "two")) {
      clipper.cancel(clipper.post(REQUEST, key, Api.paypal("20.00", EMAIL)).id());
    }
    List<@Nullable String> sealed =
        sql.sql(
                """
                SELECT encode(ciphertext, 'hex') || encode(nonce, 'hex') FROM payout_details d
                JOIN payout_request p ON p.id = d.payout_id WHERE clipper_id = ?\
                """)
            .param(id)
            .query(String.class)
            .list();
    assertThat(sealed).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void detailsMovedToAnotherPayoutDoNotOpen() {
    String id = newClipper();
    Api clipper = clipperWith(id, "50");
    UUID mine = clipper.post(REQUEST, "one", Api.paypal("20.00", EMAIL)).id();
    UUID theirs = clipperWith(newClipper(), "50").requestPayout("20.00").id();
    sql.sql(
            """
            UPDATE payout_details d SET nonce = o.nonce, ciphertext = o.ciphertext
            FROM payout_details o WHERE d.payout_id = ? AND o.payout_id = ?\
            """)
        .params(mine, theirs)
        .update();
    admin("boss").approve(mine);
    admin("boss").sendByHand(mine);
    Answer answer = admin("boss").get("/api/admin/payout-requests/" + mine);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal-error");
    assertThat(answer.text()).doesNotContain("example.com");
  }

  private static List<Answer> refusals(Api clipper) {
    String email = EMAIL;
    return Stream.of(
            Api.paypal("-1", email),
            Api.paypal("19.99", email),
            Api.paypal("51.00", email),
            Api.paypal("20.001", email),
            Api.paypal("20.00", email + "@"),
            Api.paypal("20.00", email + "\\u0000"),
            Api.paypal("20.00", email).replace("PAYPAL", "BANK"),
            Api.paypal("20.00", email).replace("PAYPAL", "CASH"),
            Api.paypal("20.00", email).replace("email", email),
            Api.paypal("20.00", email.repeat(30)),
            Api.paypal("20.00", email).replace("}", ""),
            Api.bank("20.00", IBAN + "1", HOLDER),
            Api.bank("20.00", IBAN, HOLDER + "\\u0000"),
            Api.bank("20.00", IBAN, HOLDER.repeat(20)),
            Api.bank("20.00", IBAN, HOLDER).replace("BANK", "PAYPAL"))
        .map(body -> clipper.post(REQUEST, UUID.randomUUID().toString(), body))
        .peek(answer -> assertThat(answer.status()).isBetween(400, 499))
        .toList();
  }

  private List<String> everyRow() {
    List<@Nullable String> tables =
        sql.sql(
                """
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                WHERE schemaname IN ('public', 'chassis')\
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("chassis.outbox", "chassis.idempotency_key", "public.audit_log");
    return tables.stream()
        .flatMap(
            table -> sql.sql("SELECT t::text FROM " + table + " t").query(String.class).stream())
        .map(row -> String.valueOf(row).toLowerCase(Locale.ROOT))
        .toList();
  }
}
