package io.clipmeter.chassis.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what every service refuses in the same way, so that a controller names only what it
 * refuses itself: {@code @ApiResponse(responseCode = "404", description = "round-not-found")}. The
 * description lists the last parts of the problem types; the content is a problem.
 */
final class ApiProblems implements OperationCustomizer {
  static final String SCHEMA = "Problem";
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** RFC 9457; some types have members of their own. */
  static Schema<?> schema() {
    return object()
        .addProperty("type", text().format("uri"))
        .addProperty("title", text())
        .addProperty("status", new JsonSchema().typesItem("integer").format("int32"))
        .addProperty("detail", text());
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    ApiResponses responses = operation.getResponses();
    if (has(method, RequestBody.class)) {
      add(responses, "400", "unreadable-body");
      add(responses, "415", "unsupported-media-type");
    }
    if (has(method, PathVariable.class, RequestParam.class, RequestBody.class)) {
      add(responses, "400", "invalid-request");
    }
    if (any(method, parameter -> parameter.getParameterType() == PageQuery.class)) {
      add(responses, "400", "invalid-page");
    }
    if (any(method, ApiProblems::isIdempotencyKey)) {
      add(responses, "400", "idempotency-key-required");
      add(responses, "409", "idempotency-key-in-flight");
      add(responses, "422", "idempotency-key-reused");
    }
    add(responses, "401", "unauthenticated");
    add(responses, "403", "forbidden");
    responses.forEach(ApiProblems::describeContent);
    return operation;
  }

  private static void add(ApiResponses responses, String status, String problem) {
    ApiResponse response = responses.computeIfAbsent(status, added -> new ApiResponse());
    response.setDescription(
        Stream.of(response.getDescription(), problem)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", ")));
  }

  private static void describeContent(String status, ApiResponse response) {
    if (status.startsWith("4") || status.startsWith("5")) {
      Schema<?> problem = new Schema<>().$ref(SCHEMA);
      response.setContent(
          new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
  }

  @SafeVarargs
  private static boolean has(HandlerMethod method, Class<? extends Annotation>... annotations) {
    return any(method, p -> Arrays.stream(annotations).anyMatch(p::hasParameterAnnotation));
  }

  private static boolean isIdempotencyKey(MethodParameter parameter) {
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    return header != null && header.name().equals(IDEMPOTENCY_KEY);
  }

  private static boolean any(HandlerMethod method, Predicate<MethodParameter> kind) {
    return Arrays.stream(method.getMethodParameters()).anyMatch(kind);
  }

  private static Schema<?> object() {
    return new JsonSchema().typesItem("object");
  }

  private static Schema<?> text() {
    return new JsonSchema().typesItem("string");
  }
}
