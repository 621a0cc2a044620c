package io.clipmeter.tracking;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Has the database refuse what a test is to see refused, until it is healed. */
public final class RefusedWrites {
  /** A failure that passes: whoever tries again succeeds. */
  public static final String DEADLOCK = "40P01";

  /** One that does not: what is written can never be. */
  public static final String BROKEN_RULE = "23514";

  private final JdbcClient jdbc;

  RefusedWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Has this many statements fail; a sequence counts on where a transaction rolls back.
   *
   * @param what INSERT or UPDATE
   * @param state what they fail with
   */
  public void next(int times, String what, String table, String state) {
    jdbc.sql("CREATE SEQUENCE refused").update();
    function(
        "IF nextval('refused') <= " + times + " THEN " + raise(state) + " END IF; RETURN NULL;");
    trigger(what, table, "STATEMENT");
  }

  /**
   * Has rows fail for good.
   *
   * @param what INSERT or UPDATE
   * @param which a condition on NEW
   */
  public void rows(String what, String table, String which) {
    function(raise(BROKEN_RULE));
    trigger(what, table, "ROW WHEN (" + which + ")");
  }

  private static String raise(String state) {
    return "RAISE EXCEPTION 'refused' USING ERRCODE = '" + state + "';";
  }

  private void function(String body) {
    jdbc.sql(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + body
                + " END $$")
        .update();
  }

  private void trigger(String what, String table, String each) {
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE %s ON %s FOR EACH %s EXECUTE FUNCTION refuse()"
                .formatted(what, table, each))
        .update();
  }

  /** Has everything be written again. */
  public void heal() {
    jdbc.sql("DROP FUNCTION IF EXISTS refuse CASCADE").update();
    jdbc.sql("DROP SEQUENCE IF EXISTS refused").update();
  }
}
