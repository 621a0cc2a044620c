package io.clipmeter.submission.author;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts that clippers have proven to be theirs: a copy of what the tracking service says.
 */
@Component
class VerifiedAccounts {
  private static final String KEEP =
      """
      INSERT INTO verified_account AS known (clipper_id, platform, handle, account_id, verified, changed_at)
      SELECT * FROM unnest(:clippers::text[], :platforms::text[], :handles::text[],
                           :accounts::text[], :verified::boolean[], :times::timestamptz[])
      ON CONFLICT (clipper_id, platform, handle) DO UPDATE
      SET account_id = excluded.account_id, verified = excluded.verified, changed_at = excluded.changed_at
      WHERE known.changed_at <= excluded.changed_at
        AND (known.account_id, known.verified, known.changed_at)
            IS DISTINCT FROM (excluded.account_id, excluded.verified, excluded.changed_at)
      """;

  private final JdbcClient sql;

  VerifiedAccounts(JdbcClient sql) {
    this.sql = sql;
  }

  /** Keeps what is said, unless something newer was said before; one entry for each account. */
  void keep(Collection<VerifiedAccount> said) {
    sql.sql(KEEP)
        .param("clippers", texts(said, VerifiedAccount::clipperId))
        .param("platforms", texts(said, account -> account.platform().name()))
        .param("handles", texts(said, VerifiedAccount::handle))
        .param("accounts", texts(said, VerifiedAccount::accountId))
        .param("verified", said.stream().map(VerifiedAccount::verified).toArray(Boolean[]::new))
        .param("times", texts(said, account -> account.changedAt().toString()))
        .update();
  }

  private static @Nullable String[] texts(
      Collection<VerifiedAccount> said, Function<VerifiedAccount, @Nullable String> part) {
    return said.stream().map(part).toArray(String[]::new);
  }
}
