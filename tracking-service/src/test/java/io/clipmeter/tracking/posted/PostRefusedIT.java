package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.post.PostStage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database refuses for good to write one reading of those that were made together. */
class PostRefusedIT extends PostStage {
  @Autowired PostRunner runner;
  @Autowired MeterRegistry meters;

  @AfterEach
  void heal() {
    jdbc.sql("DROP TRIGGER IF EXISTS refused ON posted_video").update();
    jdbc.sql("DROP FUNCTION IF EXISTS refuse").update();
    jdbc.sql("DROP SEQUENCE IF EXISTS refused").update();
  }

  @Test
  void itStandsInNobodysWay() {
    for (int i = 0; i < 3; i++) {
      posted("r-" + i);
      show("r-" + i, "752435445276204000" + i, 70 + i);
    }
    refuseViews(71);
    double before = unwritten();

    runner.run();

    assertThat(views()).containsExactly(70L, 72L);
    assertThat(unwritten()).isEqualTo(before + 1);
    heal();
    runner.run();
    assertThat(views()).containsExactly(70L, 71L, 72L);
  }

  @Test
  void whatWasReadIsWrittenAgainWhereTheDatabaseFailsInPassing() {
    posted("r-0");
    show("r-0", "7524354452762040000", 70);
    jdbc.sql("CREATE SEQUENCE refused").update();
    jdbc.sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('refused') <= 3 THEN
                RAISE EXCEPTION 'refused' USING ERRCODE = '40P01';
              END IF;
              RETURN NEW;
            END $$
            """)
        .update();
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE INSERT ON posted_video FOR EACH ROW EXECUTE FUNCTION"
                + " refuse()")
        .update();
    int before = AYRSHARE.seen().size();

    runner.run();

    assertThat(views()).containsExactly(70L);
    assertThat(AYRSHARE.seen()).hasSize(before + 1);
  }

  private List<@Nullable Long> views() {
    return jdbc.sql("SELECT views FROM posted_video ORDER BY views").query(Long.class).list();
  }

  private double unwritten() {
    return meters
        .find("clipmeter.tracking.posts.read")
        .tag("result", "unwritten")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private void refuseViews(long views) {
    jdbc.sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '23514'; END $$
            """)
        .update();
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE INSERT ON posted_video FOR EACH ROW WHEN (NEW.views = "
                + views
                + ") EXECUTE FUNCTION refuse()")
        .update();
  }
}
