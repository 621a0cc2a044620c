package io.clipmeter.submission;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Campaigns, submissions and their review. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SubmissionApplication {
  /** Starts the service; everything is configured by properties and the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(SubmissionApplication.class, arguments);
  }
}
