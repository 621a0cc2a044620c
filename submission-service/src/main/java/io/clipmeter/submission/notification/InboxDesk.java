package io.clipmeter.submission.notification;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an inbox, and marks what is read in it. */
@Component
class InboxDesk {
  private static final ProblemType NOT_FOUND =
      new ProblemType("notification-not-found", 404, "There is no such notification");

  private final Notifications notifications;
  private final Clock clock;

  InboxDesk(Notifications notifications, Clock clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * How many are not read.
   *
   * @param unread 1,000 stands for that many or more
   */
  record Unread(int unread) {}

  /**
   * What is to be marked as read.
   *
   * @param upTo the newest that the reader has seen; all where it is missing
   */
  record Seen(@Nullable UUID upTo) {}

  Page<NotificationView> list(Inbox inbox, boolean unreadOnly, PageQuery page) {
    return Page.of(notifications.page(inbox, unreadOnly, page), page, NotificationView::id);
  }

  Unread unread(Inbox inbox) {
    return new Unread(notifications.unread(inbox));
  }

  Unread read(Inbox inbox, UUID id) {
    if (!notifications.read(inbox, id, clock.instant())) {
      throw NOT_FOUND.because("No notification that you may see has this id.");
    }
    return unread(inbox);
  }

  Unread readAll(Inbox inbox, @Nullable Seen seen) {
    notifications.readAll(inbox, seen == null ? null : seen.upTo(), clock.instant());
    return unread(inbox);
  }
}
