package io.clipmeter.submission.notification;

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

/** The notifications that all admins share. */
@RestController
@RequestMapping("/api/admin/notifications")
class AdminNotificationController {
  private final InboxDesk desk;

  AdminNotificationController(InboxDesk desk) {
    this.desk = desk;
  }

  @Operation(
      operationId = "listAdminNotifications",
      summary = "Notifications for admins, newest first")
  @GetMapping
  Page<NotificationView> list(
      @RequestParam(defaultValue = "false") boolean unread, PageQuery page) {
    return desk.list(Inbox.ADMINS, unread, page);
  }

  @Operation(operationId = "countAdminNotifications", summary = "How many are not read")
  @GetMapping("/unread")
  Unread unread() {
    return desk.unread(Inbox.ADMINS);
  }

  @Operation(operationId = "readAdminNotification", summary = "Mark one as read")
  @ApiResponse(responseCode = "200", description = "How many are left")
  @ApiResponse(responseCode = "404", description = "notification-not-found")
  @PostMapping("/{id}/read")
  Unread read(@PathVariable UUID id) {
    return desk.read(Inbox.ADMINS, id);
  }

  @Operation(
      operationId = "readAllAdminNotifications",
      summary = "Mark all as read, or all up to one")
  @ApiResponse(responseCode = "200", description = "How many are left")
  @PostMapping("/read")
  Unread readAll(@RequestBody(required = false) @Nullable Seen seen) {
    return desk.readAll(Inbox.ADMINS, seen);
  }
}
