package io.clipmeter.tracking.provider;

import static java.util.stream.Collectors.toSet;

import io.clipmeter.events.Amount;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.money.Money;
import io.clipmeter.tracking.provider.ProviderView.Key;
import io.clipmeter.tracking.provider.ProviderView.Line;
import io.clipmeter.tracking.provider.ProviderView.Quota;
import io.clipmeter.tracking.provider.ProviderView.Used;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.order.ViewSources;
import io.clipmeter.tracking.source.usage.SpanUse;
import io.clipmeter.tracking.source.usage.UsageDesk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of each provider that is set up, also of those that only witness. */
@Component
class Providers {

  private final List<ViewSource> sources;
  private final ViewSources order;
  private final ProviderDesk desk;
  private final UsageDesk usage;
  private final KeyChecks keys;
  private final Clock clock;

  Providers(
      List<ViewSource> sources,
      ViewSources order,
      ProviderDesk desk,
      UsageDesk usage,
      KeyChecks keys,
      Clock clock) {
    this.sources = List.copyOf(sources);
    this.order = order;
    this.desk = desk;
    this.usage = usage;
    this.keys = keys;
    this.clock = clock;
  }

  List<ProviderView> all() {
    Map<Source, Key> checked = new TreeMap<>(keys.of(sources));
    Set<String> named = checked.keySet().stream().map(ProviderDesk::name).collect(toSet());
    return Stream.concat(
            checked.entrySet().stream()
                .map(
                    each -> view(ProviderDesk.name(each.getKey()), each.getKey(), each.getValue())),
            desk.all().stream()
                .map(calls -> calls.limits().provider())
                .filter(name -> !named.contains(name))
                .map(name -> view(name, null, null)))
        .toList();
  }

  /** What its calls go through; empty for one that is not called over the network. */
  Optional<ProviderCalls> calls(String name) {
    return desk.all().stream().filter(calls -> calls.limits().provider().equals(name)).findFirst();
  }

  private ProviderView view(String name, @Nullable Source source, @Nullable Key key) {
    Optional<ProviderCalls> calls = calls(name);
    Optional<Limits> limits = calls.map(ProviderCalls::limits);
    return new ProviderView(
        name,
        source,
        source == null ? List.of() : lines(source),
        calls.map(ProviderCalls::state).orElse(null),
        key,
        limits.map(Limits::perMinute).orElse(null),
        limits.map(of -> used(of, Span.DAY)).orElse(null),
        limits.map(of -> used(of, Span.MONTH)).orElse(null),
        limits.map(Limits::charges).map(ChargeSettings::capMicros).map(Providers::usd).orElse(null),
        limits.map(this::quota).orElse(null));
  }

  private List<Line> lines(Source source) {
    return Arrays.stream(Platform.values())
        .filter(platform -> order.namesOf(platform).contains(source))
        .map(platform -> new Line(platform, order.namesOf(platform).indexOf(source) + 1))
        .toList();
  }

  private Used used(Limits limits, Span span) {
    SpanUse use = usage.of(limits, span);
    return new Used(
        use.calls(),
        use.failed(),
        use.calls() == 0 ? null : rate(use.calls() - use.failed(), use.calls()),
        use.calls() == 0 ? null : use.tookMs() / use.calls(),
        use.videos(),
        use.units(),
        usd(use.spentMicros()));
  }

  private @Nullable Quota quota(Limits limits) {
    ChargeSettings charges = limits.charges();
    Long units = charges.quota();
    if (units == null) {
      return null;
    }
    Span period = charges.quotaPeriod();
    LocalDate today = LocalDate.ofInstant(clock.instant(), charges.zone());
    return new Quota(
        units,
        usage.of(limits, period).units(),
        period,
        period.endOf(today).atStartOfDay(charges.zone()).toInstant());
  }

  private static BigDecimal rate(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  private static Amount usd(long micros) {
    return Amount.of(Money.ofMicros(micros, "USD"));
  }
}
