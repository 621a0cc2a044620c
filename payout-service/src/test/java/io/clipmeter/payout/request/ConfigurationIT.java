package io.clipmeter.payout.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.request.PayoutForm.AmountForm;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A request is answered as at first, whatever has been configured since. */
class ConfigurationIT extends RunningService {
  private static final PayoutForm FORM =
      new PayoutForm(
          new AmountForm("20.00", "USD"),
          "PAYPAL",
          new DetailsForm("anna@example.com", null, null, null));

  @Autowired private ApplicationContext service;
  @Autowired private TransactionTemplate transaction;
  private final String id = newClipper();

  @BeforeEach
  void earn() {
    clipperWith(id, "100");
  }

  @Test
  void whatIsNotOfferedAnyMoreIsAnsweredAsAtFirst() {
    PayoutView first = ask(configured("PAYPAL", "USD"), "key");
    assertThat(ask(configured("BANK", "USD"), "key")).isEqualTo(first);
    assertThat(ask(configured("BANK", "EUR"), "key")).isEqualTo(first);
  }

  @Test
  void andNothingElseIs() {
    assertThat(refusal(configured("BANK", "USD"))).isEqualTo("payout-method-not-offered");
    assertThat(refusal(configured("PAYPAL", "EUR"))).isEqualTo("currency-unknown");
    assertThat(ask(configured("PAYPAL", "USD"), "key").status()).isEqualTo(PayoutStatus.REQUESTED);
  }

  private String refusal(PayoutController controller) {
    String[] slug = {""};
    assertThatThrownBy(() -> ask(controller, "key"))
        .isInstanceOfSatisfying(ProblemException.class, e -> slug[0] = e.type().slug());
    return slug[0];
  }

  private PayoutView ask(PayoutController controller, String key) {
    Caller caller = new Caller(id, Set.of("CLIPPER"));
    PayoutView answer =
        transaction.execute(status -> controller.request(caller, key, FORM).getBody());
    return Objects.requireNonNull(answer);
  }

  /** As after a start with another way to be paid, or another currency. */
  private PayoutController configured(String method, String currency) {
    PayoutSettings settings =
        new PayoutSettings(
            List.of(method),
            Map.of(currency, "20.00"),
            Map.of(currency, "1000.00"),
            Map.of(currency, "500.00"));
    PayoutDesk desk =
        new PayoutDesk(
            service.getBean(Idempotency.class),
            service.getBean(ClipperLedger.class),
            service.getBean(PayoutRequests.class),
            service.getBean(SealedDetails.class),
            service.getBean(Outbox.class),
            settings);
    return new PayoutController(
        desk,
        service.getBean(PayoutRequests.class),
        settings,
        service.getBean(Ids.class),
        service.getBean(Clock.class));
  }
}
