package io.clipmeter.local.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationListener;

/** Starts the development issuer, or says in one sentence why not and exits with 1. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IssuerApplication {
  /** Needs {@code CLIPMETER_LOCAL=true} in the environment. */
  public static void main(String[] args) {
    var application = new SpringApplication(IssuerApplication.class);
    ApplicationListener<ApplicationEnvironmentPreparedEvent> guard =
        event -> LocalOnly.refusal(event.getEnvironment()).ifPresent(IssuerApplication::refuse);
    application.addListeners(guard);
    application.run(args);
  }

  private static void refuse(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }
}
