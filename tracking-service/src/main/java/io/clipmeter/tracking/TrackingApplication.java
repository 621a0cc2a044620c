package io.clipmeter.tracking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The tracking service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class TrackingApplication {
  static void main(String[] args) {
    sendsEachCallOnce();
    SpringApplication.run(TrackingApplication.class, args);
  }

  /**
   * The JDK's client would send a GET by itself once more where its connection ends without a word:
   * a call that no turn was taken for. It looks this up once, at the first call that a JVM makes.
   */
  private static void sendsEachCallOnce() {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }
}
