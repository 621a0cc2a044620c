package io.clipmeter.tracking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The tracking service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class TrackingApplication {
  static void main(String[] args) {
    SpringApplication.run(TrackingApplication.class, args);
  }
}
