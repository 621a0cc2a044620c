package io.clipmeter.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

  /** Starts the gateway with its environment's configuration. */
  public static void main(String[] args) {
    // Seconds a connection to a service may idle. Tomcat closes its side after 20: a request must
    // not be sent on a connection that the other side is closing.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    SpringApplication.run(GatewayApplication.class, args);
  }
}
