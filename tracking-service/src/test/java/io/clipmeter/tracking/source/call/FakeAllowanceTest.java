package io.clipmeter.tracking.source.call;

class FakeAllowanceTest extends AllowanceContract {
  private final FakeAllowance allowance = new FakeAllowance(clock);

  @Override
  protected Allowance allowance() {
    return allowance;
  }
}
