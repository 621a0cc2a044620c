package io.clipmeter.payout;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Clippers' balances and the payouts from them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PayoutApplication {
  /** Starts the service; everything is configured by properties and the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(PayoutApplication.class, arguments);
  }
}
