package io.clipmeter.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.measure.Benchmark;
import io.clipmeter.benchmarks.measure.Report;
import io.clipmeter.benchmarks.measure.Spread;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--quick", "nonsense", "snail hare", "nonsense --quick", "snail --part"})
  void withoutAKnownNameItListsTheNames(String words) {
    assertThat(bench(words.isEmpty() ? new String[0] : words.split(" ", -1))).isEqualTo(2);

    assertThat(out.toString(UTF_8)).contains("snail").contains("slow beside slower");
  }

  @Test
  void theLastLineIsOneJsonObjectWithTheRatios() {
    assertThat(bench("snail", "--quick")).isZero();

    List<String> lines = out.toString(UTF_8).lines().toList();
    JsonNode json = new JsonMapper().readTree(lines.getLast());
    assertThat(json.propertyNames()).containsExactly("bench", "quick", "ratios", "rates", "spread");
    assertThat(json.at("/bench").asString()).isEqualTo("snail");
    assertThat(json.at("/quick").asBoolean()).isTrue();
    assertThat(json.at("/ratios/vs_slug").asDouble()).isEqualTo(2.5);
    assertThat(json.at("/rates/snail").asDouble()).isEqualTo(5);
    assertThat(json.at("/spread/vs_slug/0").asDouble()).isEqualTo(2);
    assertThat(json.at("/spread/vs_slug/1").asDouble()).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("0 s: off we go");
  }

  @Test
  void aPartIsMeasuredByItsOwnName() {
    assertThat(bench("snail", "--part", "shell", "--quick")).isZero();
    JsonNode json = new JsonMapper().readTree(out.toString(UTF_8).lines().toList().getLast());
    assertThat(json.at("/bench").asString()).isEqualTo("snail.shell");
    assertThat(json.at("/figures/weight_g").asDouble()).isEqualTo(3);

    assertThat(bench("snail", "--part", "slime")).isEqualTo(2);
    assertThat(bench("hare", "--part", "shell")).isEqualTo(2);
    assertThat(bench("shell")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).contains("--part shell").contains("what it carries");
  }

  @Test
  void aFailureIsToldAndHasNoFigures() {
    assertThat(bench("hare")).isEqualTo(1);

    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).contains("it slept");
  }

  private int bench(String... args) {
    Bench bench =
        new Bench(
            List.of(new Snail(), new Hare()),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return bench.run(args);
  }

  private record Snail() implements Benchmark {
    @Override
    public String name() {
      return "snail";
    }

    @Override
    public String about() {
      return "slow beside slower";
    }

    @Override
    public List<Benchmark> parts() {
      return List.of(new Shell());
    }

    @Override
    public Report run(boolean quick, Consumer<String> progress) {
      progress.accept("off we go");
      Spread five = new Spread(4, 5, 6);
      return new Report(
          "snail",
          quick,
          "m/h",
          List.of("on grass"),
          Map.of("snail", five),
          Map.of("snail", five),
          Map.of("vs_slug", new Spread(2, 2.5, 3)));
    }
  }

  private record Shell() implements Benchmark {
    @Override
    public String name() {
      return "shell";
    }

    @Override
    public String about() {
      return "what it carries";
    }

    @Override
    public Report run(boolean quick, Consumer<String> progress) {
      return Report.of("snail.shell", quick, List.of("empty"), Map.of("weight_g", 3.0));
    }
  }

  private record Hare() implements Benchmark {
    @Override
    public String name() {
      return "hare";
    }

    @Override
    public String about() {
      return "loses";
    }

    @Override
    public Report run(boolean quick, Consumer<String> progress) {
      throw new IllegalStateException("it slept");
    }
  }
}
