package io.clipmeter.gateway.route;

import static io.clipmeter.gateway.route.Backend.ANALYTICS;
import static io.clipmeter.gateway.route.Backend.EARNINGS;
import static io.clipmeter.gateway.route.Backend.PAYOUT;
import static io.clipmeter.gateway.route.Backend.SUBMISSION;
import static io.clipmeter.gateway.route.Backend.TRACKING;

import java.util.List;

/** The route table. The first line that matches wins; what no line matches does not exist. */
final class Routes {
  static final List<Route> TABLE =
      List.of(
          new Route("/api/admin/campaigns/{id}/earnings/**", EARNINGS),
          new Route("/api/admin/campaigns/{id}/settlements/**", EARNINGS),
          new Route("/api/admin/campaigns/{id}/budget", EARNINGS),
          new Route("/api/admin/earnings/**", EARNINGS),
          new Route("/api/clippers/earnings/**", EARNINGS),
          new Route("/api/admin/campaigns/**", SUBMISSION),
          new Route("/api/admin/submissions/**", SUBMISSION),
          new Route("/api/clippers/campaigns/**", SUBMISSION),
          new Route("/api/clippers/submissions/**", SUBMISSION),
          new Route("/api/clippers/notifications/**", SUBMISSION),
          new Route("/api/admin/notifications/**", SUBMISSION),
          new Route("/api/clippers/accounts/**", TRACKING),
          new Route("/api/clippers/clips/**", TRACKING),
          new Route("/api/view-tracking/**", TRACKING),
          new Route("/api/admin/tracking/**", TRACKING),
          new Route("/api/cron/view-tracking", TRACKING),
          new Route("/api/test/view-tracking", TRACKING),
          new Route("/api/tiktok/**", TRACKING),
          new Route("/api/admin/social-accounts/**", TRACKING),
          new Route("/api/admin/ayrshare-profiles/**", TRACKING),
          new Route("/api/admin/scheduled-posts/**", TRACKING),
          new Route("/api/admin/posted-videos/**", TRACKING),
          new Route("/api/webhooks/ayrshare", TRACKING),
          new Route("/api/scrape/**", TRACKING),
          new Route("/api/search/**", TRACKING),
          new Route("/api/trending/**", TRACKING),
          new Route("/api/accounts/{id}/refresh", TRACKING),
          new Route("/api/clippers/balance", PAYOUT),
          new Route("/api/clippers/payout-request", PAYOUT),
          new Route("/api/clippers/payout-requests/**", PAYOUT),
          new Route("/api/admin/payout-requests/**", PAYOUT),
          new Route("/api/admin/pay-runs/**", PAYOUT),
          new Route("/api/admin/balances/**", PAYOUT),
          new Route("/api/cron/payout-calculation", PAYOUT),
          new Route("/api/webhooks/paypal", PAYOUT),
          new Route("/api/clippers/dashboard", ANALYTICS),
          new Route("/api/videos/**", ANALYTICS),
          new Route("/api/analytics/**", ANALYTICS));

  private Routes() {}
}
