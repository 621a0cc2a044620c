package io.clipmeter.testing.rules;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrowRulesTest {

  @TempDir Path folder;

  @Test
  void twoFeaturesThatKnowEachOtherAreFound() {
    Planted.in(
            folder,
            uses("tracking.clip", "Clip", "tracking.round.Round"),
            uses("tracking.round", "Round", "tracking.clip.Clip"))
        .breaks(ArrowRules.featuresHaveNoCycles("io.clipmeter.tracking"), "Slice clip");
  }

  @Test
  void aFeatureThatKnowsAnotherIsKept() {
    Planted.in(
            folder,
            uses("tracking.round", "Round", "tracking.clip.Clip"),
            empty("tracking.clip", "Clip"))
        .keeps(ArrowRules.featuresHaveNoCycles("io.clipmeter.tracking"));
  }

  @ParameterizedTest
  @CsvSource({
    "submission, tracking",
    "tracking, earnings",
    "earnings, payout",
    "payout, analytics",
    "analytics, gateway",
    "gateway, submission"
  })
  void aServiceThatKnowsAnotherIsFound(String service, String other) {
    Planted.in(
            folder,
            uses(service + ".one", "Ours", other + ".two.Theirs"),
            empty(other + ".two", "Theirs"))
        .breaks(ArrowRules.knowsNoOtherService(service), "Ours")
        .keeps(ArrowRules.knowsNoOtherService(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "chassis", "earnings"})
  void moneyThatKnowsSomebodyIsFound(String other) {
    Planted.in(folder, uses("money", "Money", other + ".Theirs"), empty(other, "Theirs"))
        .breaks(ArrowRules.moneyKnowsNobody(), "Theirs");
  }

  @Test
  void moneyThatKnowsALibraryIsFound() {
    Planted.in(folder, "package io.clipmeter.money; class Money { org.slf4j.Logger log; }")
        .breaks(ArrowRules.moneyKnowsNobody(), "org.slf4j.Logger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chassis", "earnings"})
  void eventsThatKnowMoreThanMoneyAreFound(String other) {
    Planted.in(folder, uses("events", "Event", other + ".Theirs"), empty(other, "Theirs"))
        .breaks(ArrowRules.eventsKnowOnlyMoney(), "Theirs");
  }

  @Test
  void eventsMayKnowMoney() {
    Planted.in(folder, uses("events", "Event", "money.Money"), empty("money", "Money"))
        .keeps(ArrowRules.eventsKnowOnlyMoney())
        .keeps(ArrowRules.moneyKnowsNobody());
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "money", "payout"})
  void aChassisThatKnowsTheBusinessIsFound(String other) {
    Planted.in(folder, uses("chassis.inbox", "Inbox", other + ".Theirs"), empty(other, "Theirs"))
        .breaks(ArrowRules.chassisKnowsNoBusiness(), "Theirs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chassis", "submission"})
  void linksThatKnowMoreThanEventsAreFound(String other) {
    Planted.in(folder, uses("links", "Link", other + ".Theirs"), empty(other, "Theirs"))
        .breaks(ArrowRules.linksKnowOnlyEvents(), "Theirs");
  }

  @Test
  void linksMayKnowEvents() {
    Planted.in(folder, uses("links", "Link", "events.Platform"), empty("events", "Platform"))
        .keeps(ArrowRules.linksKnowOnlyEvents());
  }

  @Test
  void aServiceMayKnowThePlatform() {
    Planted.in(
            folder,
            uses("earnings.one", "Ours", "chassis.inbox.Inbox"),
            empty("chassis.inbox", "Inbox"))
        .keeps(ArrowRules.knowsNoOtherService("earnings"))
        .keeps(ArrowRules.chassisKnowsNoBusiness());
  }

  @Test
  void aServiceThatShipsTestToolsIsFound() {
    Planted.in(folder, uses("earnings.one", "Ours", "testing.SettableClock"))
        .breaks(ArrowRules.nobodyShipsTestTools(), "SettableClock");
  }

  private static String uses(String feature, String name, String other) {
    return "package io.clipmeter.%s; public class %s { io.clipmeter.%s known; }"
        .formatted(feature, name, other);
  }

  private static String empty(String feature, String name) {
    return "package io.clipmeter.%s; public class %s {}".formatted(feature, name);
  }
}
