package io.clipmeter.tracking.post;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.account.SocialAccount;
import io.clipmeter.tracking.account.SocialAccounts;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.post.ScheduledPost.Upload;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What admins do with posts, each with its note in the audit log. */
@Component
class PostDesk {
  static final ProblemType NO_POST =
      new ProblemType("scheduled-post-not-found", 404, "There is no such post");
  private static final ProblemType UNKNOWN_CAMPAIGN =
      new ProblemType("campaign-unknown", 422, "The named campaign does not exist");
  private static final ProblemType UNKNOWN_ACCOUNT =
      new ProblemType(
          "social-account-unknown", 422, "The named account does not exist on this platform");

  private final ScheduledPosts posts;
  private final SocialAccounts accounts;
  private final Campaigns campaigns;
  private final AuditLog audit;

  PostDesk(ScheduledPosts posts, SocialAccounts accounts, Campaigns campaigns, AuditLog audit) {
    this.posts = posts;
    this.accounts = accounts;
    this.campaigns = campaigns;
    this.audit = audit;
  }

  @Transactional
  ScheduledPost add(String admin, ScheduledPost post) {
    if (!campaigns.knows(post.campaignId())) {
      throw UNKNOWN_CAMPAIGN.because("No campaign with this id was heard of.");
    }
    Map<UUID, SocialAccount> known =
        accounts.all(post.uploads().stream().map(Upload::socialAccountId).toList()).stream()
            .collect(Collectors.toMap(SocialAccount::id, Function.identity()));
    for (Upload upload : post.uploads()) {
      SocialAccount account = known.get(upload.socialAccountId());
      if (account == null || account.platform() != upload.platform()) {
        throw UNKNOWN_ACCOUNT.because(
            "No account of " + upload.platform() + " has the id " + upload.socialAccountId() + ".");
      }
    }
    try {
      posts.add(post);
    } catch (DataIntegrityViolationException gone) {
      throw UNKNOWN_ACCOUNT.because("An account was disconnected in this moment.");
    }
    note(
        admin,
        "scheduled-post-add",
        Map.of(
            "postId", post.id(),
            "campaignId", post.campaignId(),
            "platforms", post.uploads().stream().map(Upload::platform).toList()));
    return post;
  }

  @Transactional
  ScheduledPost setState(String admin, UUID id, Platform platform, ScheduledPosts.Change change) {
    if (!posts.setState(id, platform, change)) {
      throw NO_POST.because("No post with this id goes to this platform.");
    }
    note(
        admin,
        "scheduled-post-state",
        Map.of("postId", id, "platform", platform, "status", change.status()));
    return posts.find(id).orElseThrow();
  }

  /** Forgets the post; the videos that came of it stay. */
  @Transactional
  void delete(String admin, UUID id) {
    if (!posts.delete(id)) {
      throw NO_POST.because("No post has this id.");
    }
    note(admin, "scheduled-post-delete", Map.of("postId", id));
  }

  private void note(String admin, String action, Map<String, ?> details) {
    audit.add(admin, action, details);
  }
}
