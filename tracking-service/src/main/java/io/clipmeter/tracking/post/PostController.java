package io.clipmeter.tracking.post;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.post.PostForm.StateForm;
import io.clipmeter.tracking.post.PostForm.UploadForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts that Ayrshare publishes, for admins. */
@RestController
@RequestMapping(PostController.PATH)
class PostController {
  static final String PATH = "/api/admin/scheduled-posts";

  private final PostDesk desk;
  private final ScheduledPosts posts;
  private final Ids ids;
  private final Clock clock;

  PostController(PostDesk desk, ScheduledPosts posts, Ids ids, Clock clock) {
    this.desk = desk;
    this.posts = posts;
    this.ids = ids;
    this.clock = clock;
  }

  @Operation(operationId = "addPost", summary = "Note a post that Ayrshare publishes")
  @ApiResponse(responseCode = "201", description = "The post")
  @ApiResponse(responseCode = "422", description = "campaign-unknown, social-account-unknown")
  @PostMapping
  ResponseEntity<ScheduledPost> add(Caller caller, @Valid @RequestBody PostForm form) {
    ScheduledPost post =
        new ScheduledPost(
            ids.next(),
            form.campaignId(),
            form.title(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            form.uploads().stream().map(UploadForm::upload).toList());
    desk.add(caller.subject(), post);
    return ResponseEntity.created(URI.create(PATH + "/" + post.id())).body(post);
  }

  @Operation(operationId = "listPosts", summary = "Posts, newest first")
  @GetMapping
  Page<ScheduledPost> list(
      @RequestParam(required = false) @Nullable UUID campaignId, PageQuery page) {
    return Page.of(posts.page(campaignId, page), page, ScheduledPost::id);
  }

  @Operation(operationId = "showPost", summary = "One post and how far it is")
  @ApiResponse(responseCode = "200", description = "The post")
  @ApiResponse(responseCode = "404", description = "scheduled-post-not-found")
  @GetMapping("/{id}")
  ScheduledPost show(@PathVariable UUID id) {
    return posts.find(id).orElseThrow(() -> PostDesk.NO_POST.because("No post has this id."));
  }

  @Operation(operationId = "setPostState", summary = "Say how far a post is on one platform")
  @ApiResponse(responseCode = "200", description = "The post")
  @ApiResponse(responseCode = "404", description = "scheduled-post-not-found")
  @PutMapping("/{id}/platforms/{platform}")
  ScheduledPost setState(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable Platform platform,
      @Valid @RequestBody StateForm form) {
    return desk.setState(
        caller.subject(),
        id,
        platform,
        new ScheduledPosts.Change(
            form.status(), form.failedReason(), form.postId(), form.refId(), form.url()));
  }

  @Operation(
      operationId = "forgetPost",
      summary = "Forget a post",
      description = "It is not read any more; at Ayrshare and on the platforms it stays.")
  @ApiResponse(responseCode = "204", description = "It is gone here")
  @ApiResponse(responseCode = "404", description = "scheduled-post-not-found")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @DeleteMapping("/{id}")
  void delete(Caller caller, @PathVariable UUID id) {
    desk.delete(caller.subject(), id);
  }
}
