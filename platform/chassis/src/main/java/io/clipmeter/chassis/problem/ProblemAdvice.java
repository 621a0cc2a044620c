package io.clipmeter.chassis.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every failure that reaches the MVC layer leaves as {@code application/problem+json} with a stable
 * type, whatever the caller says it accepts.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final ProblemType INVALID =
      new ProblemType("invalid-request", 400, "The request is not valid");
  private static final ProblemType UNREADABLE =
      new ProblemType("unreadable-body", 400, "The body cannot be read");
  private static final ProblemType INTERNAL =
      new ProblemType("internal-error", 500, "Something went wrong on our side");

  /** One field that was refused. */
  record FieldProblem(String field, String message) {}

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(ProblemException problem) {
    return ResponseEntity.status(problem.type().status())
        .headers(problem.headers())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }

  /** The query or a form cannot be decoded: told by the container when somebody first looks. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> garbled(InvalidParameterException garbled) {
    ProblemType type = StandardProblems.of(garbled.getErrorCode());
    return refused(type.because(type.title() + "."));
  }

  /** A parameter's name or value holds what the firewall does not let through. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected) {
    return refused(StandardProblems.of(400).because("It holds characters that are not allowed."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> faulty(Exception fault, HttpServletResponse response)
      throws Exception {
    if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
      throw fault;
    }
    // The container then breaks the connection off: half an answer must not look like a whole one.
    if (response.isCommitted()) {
      throw fault;
    }
    LOG.error("request failed", fault);
    return refused(INTERNAL.because("It was logged; try again later."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(invalid(invalid.getAllErrors().stream().map(ProblemAdvice::field).toList()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> fields =
        invalid.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                new FieldProblem(
                                    String.valueOf(result.getMethodParameter().getParameterName()),
                                    String.valueOf(error.getDefaultMessage()))))
            .toList();
    return answer(invalid(fields));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        UNREADABLE.because("It must be JSON with the documented fields and nothing else."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      org.springframework.beans.TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(mismatch.getPropertyName());
    return answer(invalid(List.of(new FieldProblem(name, "has the wrong form"))));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemType type = StandardProblems.of(status.value());
    ProblemDetail detail = type.because(StandardProblems.detail(failure, type)).body();
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  private static ProblemException invalid(List<FieldProblem> fields) {
    return INVALID.because("See errors for what is wrong with which field.").with("errors", fields);
  }

  private static FieldProblem field(ObjectError error) {
    String name = error instanceof FieldError field ? field.getField() : error.getObjectName();
    return new FieldProblem(name, String.valueOf(error.getDefaultMessage()));
  }

  private static ResponseEntity<Object> answer(ProblemException problem) {
    return ResponseEntity.status(problem.type().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }
}
