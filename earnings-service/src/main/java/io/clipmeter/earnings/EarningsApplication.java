package io.clipmeter.earnings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The earnings service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EarningsApplication {
  public static void main(String[] args) {
    SpringApplication.run(EarningsApplication.class, args);
  }
}
