package io.clipmeter.analytics.dashboard;

import io.clipmeter.chassis.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clipper's dashboard. */
@RestController
class DashboardController {
  private final DashboardDesk desk;

  DashboardController(DashboardDesk desk) {
    this.desk = desk;
  }

  @Operation(summary = "What the calling clipper has submitted, earned and can be paid")
  @GetMapping("/api/clippers/dashboard")
  Dashboard dashboard(Caller caller) {
    return desk.of(caller.subject());
  }
}
