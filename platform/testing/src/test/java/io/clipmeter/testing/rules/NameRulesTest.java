package io.clipmeter.testing.rules;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Util", "Utils", "Helper", "Impl", "Manager", "Dao"})
  void aNameThatSaysNothingIsFound(String word) {
    Planted.in(folder, "package io.clipmeter.payout.request; class Payout" + word + " {}")
        .breaks(NameRules.noEmptyNames(), "Payout" + word);
  }

  @Test
  void aRepositoryOfOurOwnIsFound() {
    Planted.in(folder, "package io.clipmeter.payout.request; class PayoutRepository {}")
        .breaks(NameRules.noRepositoriesOfOurOwn(), "PayoutRepository");
  }

  @Test
  void aRepositoryOfSpringDataIsKept() {
    Planted.in(
            folder,
            "package org.springframework.data.repository; public interface Repository {}",
            """
            package io.clipmeter.payout.request;
            interface PayoutRepository extends org.springframework.data.repository.Repository {}
            """)
        .keeps(NameRules.noRepositoriesOfOurOwn());
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "common", "impl", "helper", "dto"})
  void aDrawerForEverythingIsFound(String drawer) {
    Planted.in(folder, "package io.clipmeter.payout." + drawer + "; class Payout {}")
        .breaks(NameRules.noDrawersForEverything(), "Payout");
  }

  @Test
  void namesOfRolesAreKept() {
    Planted.in(
            folder,
            "package io.clipmeter.payout.request; class PayoutDesk {}",
            "package io.clipmeter.payout.request; class PayoutRequests {}")
        .keeps(NameRules.noEmptyNames())
        .keeps(NameRules.noRepositoriesOfOurOwn())
        .keeps(NameRules.noDrawersForEverything());
  }
}
