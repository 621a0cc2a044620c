package io.clipmeter.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Home;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraysTest {
  @TempDir private Path folder;

  @Test
  void areTheProgramsOfThisHomeAndNothingElse() {
    Home home = new Home(folder);
    Strays strays = new Strays(home);
    String data = home.data("postgres").toString();
    String mark = "-Dclipmeter.home=" + home.root();

    assertThat(strays.ours(List.of("/jdk/bin/java", mark, "-jar", "x.jar"))).isTrue();
    assertThat(strays.ours(List.of("/pg/bin/postgres", "-D", data))).isTrue();
    assertThat(strays.ours(List.of("/pg/bin/postgres", "-D", data + "2"))).isFalse();
    assertThat(strays.ours(List.of("/pg/bin/postgres", "-D"))).isFalse();
    assertThat(strays.ours(List.of("/jdk/bin/java", mark + "/other", "-jar", "x.jar"))).isFalse();
    assertThat(strays.ours(List.of("tail", "-f", home.log("tracking").toString()))).isFalse();
    assertThat(strays.ours(List.of("vi", mark))).isFalse();
    assertThat(strays.ours(List.of())).isFalse();
  }
}
