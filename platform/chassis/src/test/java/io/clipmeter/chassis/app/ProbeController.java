package io.clipmeter.chassis.app;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clippers/probes")
public class ProbeController {
  private static final ProblemType EMPTY = new ProblemType("nothing-left", 422, "Nothing is left");

  public record Ask(@Positive long n, @Size(min = 1, max = 5) String name) {}

  public record Done(UUID id, long n) {}

  private final Idempotency idempotency;
  private final Ids ids;
  private final AtomicInteger runs = new AtomicInteger();

  ProbeController(Idempotency idempotency, Ids ids) {
    this.idempotency = idempotency;
    this.ids = ids;
  }

  public int runs() {
    return runs.get();
  }

  @PostMapping
  @Transactional
  public Done ask(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody Ask ask) {
    return idempotency.once(caller, key, ask, Done.class, () -> run(ask));
  }

  private Done run(Ask ask) {
    runs.incrementAndGet();
    if (ask.n() == 57) {
      throw new DataAccessResourceFailureException("the connection is gone");
    }
    if (ask.n() == 13) {
      throw EMPTY.because("13 is never there").with("available", 12);
    }
    return new Done(ids.next(), ask.n());
  }

  @GetMapping
  Page<Done> list(PageQuery page) {
    List<Done> all =
        IntStream.rangeClosed(1, 5).mapToObj(n -> new Done(new UUID(0, 6L - n), n)).toList();
    List<Done> after =
        all.stream()
            .filter(d -> page.after().map(id -> d.id().compareTo(id) < 0).orElse(true))
            .limit(page.limit())
            .toList();
    return Page.of(after, page, Done::id);
  }

  @GetMapping("/{id}")
  Done one(@PathVariable UUID id) {
    throw new IllegalStateException("secret: jdbc password");
  }
}
