package io.clipmeter.testing.rules;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleRulesTest {

  /** Stand-ins for libraries that this module has not. */
  private static final String CONTROLLER =
      """
      package org.springframework.web.bind.annotation;
      import java.lang.annotation.*;
      @Retention(RetentionPolicy.RUNTIME) @org.springframework.stereotype.Controller
      public @interface RestController {}
      """;

  private static final String TABLE =
      """
      package org.springframework.data.relational.core.mapping;
      import java.lang.annotation.*;
      @Retention(RetentionPolicy.RUNTIME) public @interface Table {}
      """;

  private static final String ROW =
      """
      package io.clipmeter.payout.request;
      @org.springframework.data.relational.core.mapping.Table
      record PayoutRow(java.util.UUID id) {}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Controller", "Listener", "Policy", "Desk", "Runner", "Settings"})
  void sqlOutsideAStoreIsFound(String role) {
    Planted.in(
            folder,
            """
            package io.clipmeter.payout.request;
            class Payout%s { org.springframework.jdbc.core.simple.JdbcClient sql; }
            """
                .formatted(role))
        .breaks(RoleRules.onlyStoresSpeakSql(), "Payout" + role);
  }

  @Test
  void sqlInANestedClassOfADeskIsFound() {
    Planted.in(
            folder,
            """
            package io.clipmeter.payout.request;
            class PayoutDesk { static class Rows { java.sql.Connection connection; } }
            """)
        .breaks(RoleRules.onlyStoresSpeakSql(), "Rows");
  }

  @Test
  void sqlInAStoreIsKept() {
    Planted.in(
            folder,
            """
            package io.clipmeter.payout.request;
            class PayoutRequests { org.springframework.jdbc.core.simple.JdbcClient sql; }
            """)
        .keeps(RoleRules.onlyStoresSpeakSql());
  }

  @Test
  void aTransactionOutsideADeskIsFound() {
    Planted.in(
            folder,
            """
            package io.clipmeter.payout.request;
            import org.springframework.transaction.annotation.Transactional;
            import org.springframework.transaction.support.TransactionTemplate;
            class PayoutRequests { TransactionTemplate transaction; }
            @Transactional class PayoutController {}
            class Payouts { @Transactional void pay() {} }
            """)
        .breaks(
            RoleRules.onlyDesksOpenTransactions(),
            "PayoutRequests",
            "<io.clipmeter.payout.request.PayoutController>",
            "Payouts.pay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Desk", "Runner", "Listener"})
  void aTransactionOfItsRolesIsKept(String role) {
    Planted.in(
            folder,
            """
            package io.clipmeter.payout.request;
            class Payout%s {
              @org.springframework.transaction.annotation.Transactional void pay() {}
            }
            """
                .formatted(role))
        .keeps(RoleRules.onlyDesksOpenTransactions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PayoutRow one() { return null; }",
        "java.util.List<PayoutRow> all() { return null; }",
        "void change(PayoutRow row) {}"
      })
  void aControllerThatShowsRowsIsFound(String method) {
    Planted.in(folder, CONTROLLER, TABLE, ROW, controllerWith(method))
        .breaks(RoleRules.controllersShowNoRows(), "PayoutController");
  }

  @Test
  void aControllerMayUseRowsInside() {
    Planted.in(
            folder,
            CONTROLLER,
            TABLE,
            ROW,
            controllerWith("String one() { return new PayoutRow(null).toString(); }"))
        .keeps(RoleRules.controllersShowNoRows());
  }

  private static String controllerWith(String method) {
    return """
    package io.clipmeter.payout.request;
    @org.springframework.web.bind.annotation.RestController class PayoutController { %s }
    """
        .formatted(method);
  }
}
