package io.clipmeter.tracking.hook;

import io.clipmeter.tracking.post.ScheduledPosts;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which a call takes effect, once. */
@Component
class HookDesk {
  private final Hooks hooks;
  private final ScheduledPosts posts;

  HookDesk(Hooks hooks, ScheduledPosts posts) {
    this.hooks = hooks;
    this.posts = posts;
  }

  @Transactional
  void take(Hook hook, Instant now) {
    if (!hooks.add(hook.id(), now) || hook.postId() == null) {
      return;
    }
    if (hook.failure() == null) {
      posts.published(hook.postId(), hook.platform(), hook.videoId(), hook.url());
    } else {
      posts.failed(hook.postId(), hook.platform(), hook.failure());
    }
  }
}
