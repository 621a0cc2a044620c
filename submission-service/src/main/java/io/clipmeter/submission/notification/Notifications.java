package io.clipmeter.submission.notification;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notifications in their inboxes. */
@Component
class Notifications {
  /** More unread ones than this are not counted. */
  static final int COUNTED_MAX = 1_000;

  private static final String ADD =
      """
      INSERT INTO notification (inbox, kind, origin, campaign_id, submission_id, payout_id, clipper_id, amount_micros,
                                currency, reason, at)
      SELECT * FROM unnest(:inboxes::text[], :kinds::text[], :origins::text[], :campaigns::uuid[], :submissions::uuid[],
          :payouts::uuid[], :clippers::text[], :amounts::bigint[], :currencies::text[], :reasons::text[],
          :times::timestamptz[])
        AS n (inbox, kind, origin, campaign_id, submission_id, payout_id, clipper_id, amount, currency, reason, at)
      WHERE n.at > :oldest
      ON CONFLICT (inbox, origin) DO NOTHING
      """;
  private static final String ADD_FOR_MEMBERS =
      """
      INSERT INTO notification (inbox, kind, origin, campaign_id, amount_micros, currency, at)
      SELECT DISTINCT 'clipper:' || clipper_id, 'CAMPAIGN_TOPPED_UP', 'CAMPAIGN_TOPPED_UP:' || campaign_id || ':' || :version::bigint,
        campaign_id, :amount::bigint, :currency, :at::timestamptz
      FROM submission WHERE campaign_id = :campaign AND status IN ('PENDING', 'APPROVED')
      ON CONFLICT (inbox, origin) DO NOTHING
      """;
  private static final String ADD_FOR_PENDING =
      """
      INSERT INTO notification (inbox, kind, origin, campaign_id, submission_id, at)
      SELECT 'clipper:' || s.clipper_id, 'CAMPAIGN_COMPLETED', 'CAMPAIGN_COMPLETED:' || s.id || ':' || :time,
        s.campaign_id, s.id, :at::timestamptz
      FROM submission s JOIN campaign c ON c.id = s.campaign_id
      WHERE s.campaign_id = :campaign AND s.status = 'PENDING' AND c.status IN ('COMPLETED', 'ENDED')
      ORDER BY s.id
      ON CONFLICT (inbox, origin) DO NOTHING
      """;
  private static final String ADD_FOR_SPONSORED =
      """
      INSERT INTO notification (inbox, kind, origin, campaign_id, submission_id, clipper_id, at)
      SELECT 'admins', 'CLIP_SPONSORED', 'CLIP_SPONSORED:' || id, campaign_id, id, clipper_id, :at::timestamptz
      FROM submission WHERE campaign_id = :campaign AND status = 'APPROVED' AND sponsored
      ORDER BY id
      ON CONFLICT (inbox, origin) DO NOTHING
      """;
  private static final String PAGE =
      """
      SELECT n.*, c.name FROM notification n LEFT JOIN campaign c ON c.id = n.campaign_id
      WHERE n.inbox = :inbox AND n.id < :before %s ORDER BY n.id DESC LIMIT :limit
      """;
  private static final String UNREAD =
      """
      SELECT count(*) FROM (
        SELECT FROM notification WHERE inbox = :inbox AND read_at IS NULL LIMIT :max) AS unread
      """;
  private static final String READ =
      "UPDATE notification SET read_at = coalesce(read_at, :now) WHERE inbox = :inbox AND id = :id";
  private static final String READ_ALL =
      """
      UPDATE notification SET read_at = :now
      WHERE inbox = :inbox AND read_at IS NULL AND (:last::uuid IS NULL OR id <= :last)
      """;
  private static final String FORGET = "DELETE FROM notification WHERE at <= :oldest";

  private final JdbcClient sql;

  Notifications(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes those that are newer than the oldest kept, and not known. */
  void add(List<NewNotification> told, Instant oldest) {
    if (told.isEmpty()) {
      return;
    }
    sql.sql(ADD)
        .param("inboxes", column(told, n -> n.inbox().name(), String[]::new))
        .param("kinds", column(told, n -> n.kind().name(), String[]::new))
        .param("origins", column(told, NewNotification::origin, String[]::new))
        .param("campaigns", column(told, NewNotification::campaignId, UUID[]::new))
        .param("submissions", column(told, NewNotification::submissionId, UUID[]::new))
        .param("payouts", column(told, NewNotification::payoutId, UUID[]::new))
        .param("clippers", column(told, NewNotification::clipperId, String[]::new))
        .param("amounts", column(told, n -> micros(n.amount()), Long[]::new))
        .param("currencies", column(told, n -> currency(n.amount()), String[]::new))
        .param("reasons", column(told, NewNotification::reason, String[]::new))
        .param("times", column(told, n -> Timestamp.from(n.at()), Timestamp[]::new))
        .param("oldest", Timestamp.from(oldest))
        .update();
  }

  /** One for each clipper with a clip or an open submission in the campaign. */
  void addForMembers(UUID campaign, long version, Money more, Instant at) {
    sql.sql(ADD_FOR_MEMBERS)
        .param("campaign", campaign)
        .param("version", version)
        .param("amount", more.micros())
        .param("currency", more.currency().getCurrencyCode())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** One for each submission that nobody has decided on, where the campaign is over indeed. */
  void addForPending(UUID campaign, Instant at) {
    sql.sql(ADD_FOR_PENDING)
        .param("campaign", campaign)
        .param("time", at.toString())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** One for each clip of the campaign that is an advertisement. */
  void addForSponsored(UUID campaign, Instant at) {
    sql.sql(ADD_FOR_SPONSORED).param("campaign", campaign).param("at", Timestamp.from(at)).update();
  }

  /** Newest first, one more than the page holds. */
  List<NotificationView> page(Inbox inbox, boolean unreadOnly, PageQuery query) {
    return sql.sql(PAGE.formatted(unreadOnly ? "AND n.read_at IS NULL" : ""))
        .param("inbox", inbox.name())
        .param("before", query.before())
        .param("limit", query.limit())
        .query((row, n) -> view(row))
        .list();
  }

  /** How many are not read, not counted beyond {@link #COUNTED_MAX}. */
  int unread(Inbox inbox) {
    return sql.sql(UNREAD)
        .param("inbox", inbox.name())
        .param("max", COUNTED_MAX)
        .query(Integer.class)
        .single();
  }

  /** Whether there is such a one, which is read now. */
  boolean read(Inbox inbox, UUID id, Instant now) {
    return sql.sql(READ)
            .param("inbox", inbox.name())
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /**
   * Marks all as read.
   *
   * @param last the newest to be marked; null for all
   */
  void readAll(Inbox inbox, @Nullable UUID last, Instant now) {
    sql.sql(READ_ALL)
        .param("inbox", inbox.name())
        .param("last", last)
        .param("now", Timestamp.from(now))
        .update();
  }

  void forgetBefore(Instant oldest) {
    sql.sql(FORGET).param("oldest", Timestamp.from(oldest)).update();
  }

  private static NotificationView view(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    Timestamp readAt = row.getTimestamp("read_at");
    return new NotificationView(
        row.getObject("id", UUID.class),
        NotificationKind.valueOf(row.getString("kind")),
        row.getObject("campaign_id", UUID.class),
        row.getString("name"),
        row.getObject("submission_id", UUID.class),
        row.getObject("payout_id", UUID.class),
        row.getString("clipper_id"),
        currency == null ? null : Amount.of(Money.ofMicros(row.getLong("amount_micros"), currency)),
        row.getString("reason"),
        row.getTimestamp("at").toInstant(),
        readAt == null ? null : readAt.toInstant());
  }

  private static @Nullable Long micros(@Nullable Money money) {
    return money == null ? null : money.micros();
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  private static <C> C[] column(
      List<NewNotification> told,
      Function<NewNotification, @Nullable C> value,
      IntFunction<C[]> array) {
    return told.stream().map(value).toArray(array);
  }
}
