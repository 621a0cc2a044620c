package io.clipmeter.tracking.source.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that gave no usable answer. */
public final class ProviderFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stood in the way, and with it what to do. */
  public enum Kind {
    /** 429, or no room for another run: later. */
    BUSY,
    /** 503, or no connection: again, and if it lasts, not at all for a while. */
    DOWN,
    /** No or half an answer: what was asked may have happened. */
    LOST,
    /** An answer that is not what it should be. */
    SHAPE,
    /** The money, the quota or the right is missing, for every call. */
    BUDGET,
    /** The key is wrong, for every call. */
    KEY,
    /** Not called: our own cap or quota leaves no room until it begins anew. */
    CAPPED,
    /** Any other 4xx: we asked wrongly. */
    REFUSED
  }

  /**
   * What a status of 500 and above means: of 503 alone it is sure that nothing was begun. A gateway
   * that answers for somebody else may have passed the call on.
   */
  public static Kind ofServerError(int status) {
    return status == 503 ? Kind.DOWN : Kind.LOST;
  }

  static final String TOO_LARGE = "too-large";

  /** Nobody was reached. */
  static final String NO_CONNECTION = "no-connection";

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  private final boolean ofOneAccount;
  private final String code;

  public ProviderFault(Kind kind, String detail, @Nullable Duration retryAfter) {
    this(kind, kind + ": " + detail, retryAfter, false, "");
  }

  private ProviderFault(
      Kind kind, String message, @Nullable Duration retryAfter, boolean ofOneAccount, String code) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.ofOneAccount = ofOneAccount;
    this.code = code;
  }

  public ProviderFault(Kind kind, String detail) {
    this(kind, detail, null);
  }

  /** What stood in the way. */
  public Kind kind() {
    return kind;
  }

  /** How long the provider asks to be left alone; null where it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The same of the account alone that was asked with: nobody else has to wait for it. */
  public ProviderFault forOneAccount() {
    return new ProviderFault(kind, String.valueOf(getMessage()), retryAfter, true, code);
  }

  /** The same under the provider's own code, for whoever asks by {@link #hasCode}. */
  public ProviderFault withCode(String own) {
    return new ProviderFault(kind, String.valueOf(getMessage()), retryAfter, ofOneAccount, own);
  }

  /** Whether the provider gave it this code. */
  public boolean hasCode(String own) {
    return code.equals(own);
  }

  /** Whether the answer was larger than may be held: asked for less, it may do. */
  public boolean tooLarge() {
    return hasCode(TOO_LARGE);
  }

  /** Whether it concerns the account alone that was asked with. */
  boolean ofOneAccount() {
    return ofOneAccount;
  }

  /** Whether the provider itself is unwell: what the circuit breaker counts. */
  boolean ofTheProvider() {
    return switch (kind) {
      case DOWN, LOST, SHAPE, BUDGET, KEY -> true;
      case BUSY, REFUSED, CAPPED -> false;
    };
  }

  /** Whether each further call would fail as well until a person acts. */
  boolean lasting() {
    return switch (kind) {
      case BUDGET, KEY -> true;
      case BUSY, DOWN, LOST, SHAPE, REFUSED, CAPPED -> false;
    };
  }

  /** How the call is counted. */
  Allowance.End end() {
    return switch (kind) {
      case BUSY, BUDGET, KEY, REFUSED -> Allowance.End.REFUSED;
      case DOWN -> hasCode(NO_CONNECTION) ? Allowance.End.UNREACHED : Allowance.End.REFUSED;
      case CAPPED -> Allowance.End.NOT_CALLED;
      case LOST, SHAPE -> Allowance.End.FAILED;
    };
  }

  /**
   * Whether to try again.
   *
   * @param repeatable false for a call that may have caused a paid run although its answer was lost
   */
  boolean worthAnotherTry(boolean repeatable) {
    return switch (kind) {
      case BUSY, DOWN -> true;
      case LOST, SHAPE -> repeatable && !tooLarge();
      case BUDGET, KEY, REFUSED, CAPPED -> false;
    };
  }
}
