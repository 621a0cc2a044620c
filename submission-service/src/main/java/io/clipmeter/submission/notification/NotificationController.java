package io.clipmeter.submission.notification;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.submission.notification.InboxDesk.Seen;
import io.clipmeter.submission.notification.InboxDesk.Unread;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A clipper's own notifications. */
@RestController
@RequestMapping("/api/clippers/notifications")
class NotificationController {
  private final InboxDesk desk;

  NotificationController(InboxDesk desk) {
    this.desk = desk;
  }

  @Operation(operationId = "listOwnNotifications", summary = "My notifications, newest first")
  @GetMapping
  Page<NotificationView> list(
      Caller caller, @RequestParam(defaultValue = "false") boolean unread, PageQuery page) {
    return desk.list(Inbox.of(caller.subject()), unread, page);
  }

  @Operation(operationId = "countOwnNotifications", summary = "How many are not read")
  @GetMapping("/unread")
  Unread unread(Caller caller) {
    return desk.unread(Inbox.of(caller.subject()));
  }

  @Operation(operationId = "readOwnNotification", summary = "Mark one as read")
  @ApiResponse(responseCode = "200", description = "How many are left")
  @ApiResponse(responseCode = "404", description = "notification-not-found")
  @PostMapping("/{id}/read")
  Unread read(Caller caller, @PathVariable UUID id) {
    return desk.read(Inbox.of(caller.subject()), id);
  }

  @Operation(
      operationId = "readAllOwnNotifications",
      summary = "Mark all as read, or all up to one")
  @ApiResponse(responseCode = "200", description = "How many are left")
  @PostMapping("/read")
  Unread readAll(Caller caller, @RequestBody(required = false) @Nullable Seen seen) {
    return desk.readAll(Inbox.of(caller.subject()), seen);
  }
}
