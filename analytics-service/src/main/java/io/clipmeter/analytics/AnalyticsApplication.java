package io.clipmeter.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the analytics service. */
@SpringBootApplication
public class AnalyticsApplication {

  /** Starts the service with its environment's configuration. */
  public static void main(String[] args) {
    SpringApplication.run(AnalyticsApplication.class, args);
  }
}
