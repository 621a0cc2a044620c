package io.clipmeter.testing.backing;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes empty databases with names that are used once. */
final class FreshDatabases {

  private static final AtomicInteger LAST = new AtomicInteger();

  private FreshDatabases() {}

  static String create(DataSource server) {
    String name = "test_" + LAST.incrementAndGet();
    JdbcClient.create(server).sql("CREATE DATABASE " + name).update();
    return name;
  }
}
