package io.clipmeter.tracking.account;

import io.clipmeter.chassis.problem.ProblemType;

/** What callers are refused, and by which name. */
public final class Refusals {
  static final ProblemType NO_ACCOUNT =
      new ProblemType("social-account-not-found", 404, "There is no such account");
  static final ProblemType ACCOUNT_EXISTS =
      new ProblemType("social-account-exists", 409, "This account is connected already");
  static final ProblemType ACCOUNT_IN_USE =
      new ProblemType("social-account-in-use", 409, "Scheduled posts name this account");
  static final ProblemType NO_PROFILE =
      new ProblemType("ayrshare-profile-not-found", 404, "There is no such profile");
  static final ProblemType UNKNOWN_PROFILE =
      new ProblemType("ayrshare-profile-unknown", 422, "The named profile does not exist");
  static final ProblemType PROFILE_EXISTS =
      new ProblemType("ayrshare-profile-exists", 409, "This profile is registered already");
  static final ProblemType PROFILE_IN_USE =
      new ProblemType("ayrshare-profile-in-use", 409, "Accounts are linked by this profile");

  /** What needs Ayrshare cannot be done without it. */
  public static final ProblemType NOT_CONFIGURED =
      new ProblemType("ayrshare-not-configured", 409, "Ayrshare is not switched on");

  static final ProblemType REFUSED_BY_AYRSHARE =
      new ProblemType("ayrshare-refused", 422, "Ayrshare did not make the profile");
  static final ProblemType AYRSHARE_AWAY =
      new ProblemType("ayrshare-unavailable", 503, "Ayrshare does not answer");

  private Refusals() {}
}
