package io.clipmeter.submission.notification;

import io.clipmeter.chassis.housekeeping.Expiring;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes notifications, inside the caller's transaction. Repeating anything changes nothing, and
 * what is older than notifications are kept is not told at all.
 */
@Component
public class Notifier implements Expiring {
  private final Notifications notifications;
  private final NotificationSettings settings;
  private final Clock clock;

  Notifier(Notifications notifications, NotificationSettings settings, Clock clock) {
    this.notifications = notifications;
    this.settings = settings;
    this.clock = clock;
  }

  /** Tells those whom these events concern; of most events there is nothing to tell. */
  public void tell(List<Event> events) {
    notifications.add(
        events.stream().map(NotificationPolicy::of).flatMap(Optional::stream).toList(),
        oldest(clock.instant()));
  }

  /**
   * A clip whose video turned out to be an advertisement.
   *
   * @param at when that was read
   */
  public record SponsoredClip(UUID campaignId, UUID submissionId, String clipperId, Instant at) {}

  /** Tells admins of these clips, of each once. */
  public void tellOfSponsored(List<SponsoredClip> clips) {
    notifications.add(
        clips.stream().map(NewNotification::ofSponsored).toList(), oldest(clock.instant()));
  }

  /**
   * Tells admins of the clips of a campaign that are advertisements, of each once; however long it
   * is known that they are, it is the campaign that makes it worth telling now.
   */
  public void tellOfSponsored(CampaignChanged campaign) {
    notifications.addForSponsored(campaign.campaignId(), campaign.changedAt());
  }

  /** Tells everybody with a clip or an open submission in a campaign of a higher budget. */
  public void tellOfMore(CampaignChanged campaign, Money more) {
    notifications.addForMembers(
        campaign.campaignId(), campaign.version(), more, campaign.changedAt());
  }

  /**
   * Tells those whose submission nobody has decided on that its campaign is over. Those who have
   * clips in it are told by what each of them earned.
   */
  public void tellThoseWhoWait(CampaignCompleted over) {
    if (over.completedAt().isAfter(oldest(clock.instant()))) {
      notifications.addForPending(over.campaignId(), over.completedAt());
    }
  }

  @Override
  public void forget(Instant now) {
    notifications.forgetBefore(oldest(now));
  }

  private Instant oldest(Instant now) {
    return now.minus(settings.kept());
  }
}
