package io.clipmeter.chassis.idempotency;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a POST safe to repeat: the key, the effect and the answer commit together, so that a
 * repetition finds the answer and causes nothing.
 */
public final class Idempotency {
  private static final ProblemType REQUIRED =
      new ProblemType("idempotency-key-required", 400, "An Idempotency-Key is required");
  private static final ProblemType REUSED =
      new ProblemType(
          "idempotency-key-reused", 422, "The Idempotency-Key was used for another request");
  private static final ProblemType IN_FLIGHT =
      new ProblemType(
          "idempotency-key-in-flight", 409, "A request with this Idempotency-Key is being handled");
  private static final int LONGEST = 255;

  private final IdempotencyKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  Idempotency(IdempotencyKeys keys, JsonMapper json, Clock clock) {
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Runs the action the first time that this caller uses this key, and gives the stored answer
   * afterwards. Call it inside the transaction of the action; a refusal rolls both back and leaves
   * the key free.
   *
   * @param key the {@code Idempotency-Key} header: 1 to 255 printable ASCII characters, chosen by
   *     the client
   * @param request what the key stands for, the operation's name included; the same key with
   *     another is refused
   */
  public <T> T once(
      Caller caller, @Nullable String key, Object request, Class<T> type, Supplier<T> action) {
    return once(caller, key, request, List.of(), type, action);
  }

  /**
   * Like {@link #once(Caller, String, Object, Class, Supplier)} for a request that is written down
   * differently from time to time, because it holds a secret's fingerprint and the fingerprint's
   * key changes.
   *
   * @param request how it is written down now
   * @param earlier how the same request may have been written down before; one of these matching is
   *     enough for a repetition
   */
  public <T> T once(
      Caller caller,
      @Nullable String key,
      Object request,
      List<?> earlier,
      Class<T> type,
      Supplier<T> action) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("needs the transaction of the action");
    }
    String checked = check(key);
    if (!keys.lock(caller.subject(), checked)) {
      throw IN_FLIGHT.because("Try again when the first request has been answered.");
    }
    return keys.find(caller.subject(), checked)
        .map(stored -> replay(stored, Stream.concat(Stream.of(request), earlier.stream()), type))
        .orElseGet(() -> run(caller.subject(), checked, hash(request), action));
  }

  private static String check(@Nullable String key) {
    if (key == null || key.isBlank() || key.length() > LONGEST || !key.matches("[ -~]+")) {
      throw REQUIRED.because(
          "Send a key of 1 to 255 printable ASCII characters, new for each new request.");
    }
    return key;
  }

  private <T> T replay(IdempotencyKeys.Stored stored, Stream<?> requests, Class<T> type) {
    if (requests.noneMatch(same -> MessageDigest.isEqual(stored.requestHash(), hash(same)))) {
      throw REUSED.because("Use a new key for a new request.");
    }
    return json.readValue(stored.answer(), type);
  }

  private <T> T run(String client, String key, byte[] hash, Supplier<T> action) {
    T answer = action.get();
    String text = json.writeValueAsString(answer);
    keys.insert(client, key, new IdempotencyKeys.Stored(hash, text), clock.instant());
    return answer;
  }

  private byte[] hash(Object request) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
