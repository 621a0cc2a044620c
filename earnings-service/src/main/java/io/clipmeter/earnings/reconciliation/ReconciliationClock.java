package io.clipmeter.earnings.reconciliation;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Says when the books are checked, and when all of them are counted anew. */
@Component
class ReconciliationClock implements SchedulingConfigurer {
  private final BooksRunner books;
  private final RecountRunner recount;
  private final ReconciliationGauges gauges;
  private final ReconciliationSettings settings;

  ReconciliationClock(
      BooksRunner books,
      RecountRunner recount,
      ReconciliationGauges gauges,
      ReconciliationSettings settings) {
    this.books = books;
    this.recount = recount;
    this.gauges = gauges;
    this.settings = settings;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::check, settings.every());
  }

  void check() {
    books.check();
    gauges.refresh();
  }

  /** Looks whether a recount is due; not while the service starts. */
  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void recount() {
    recount.recount();
  }
}
