package io.clipmeter.chassis.problem;

import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/** Types for what the framework itself refuses. */
final class StandardProblems {
  private StandardProblems() {}

  static ProblemType of(int status) {
    return switch (status) {
      case 404 -> new ProblemType("not-found", 404, "There is no such thing");
      case 405 -> new ProblemType("method-not-allowed", 405, "This path does not take this method");
      case 406 -> new ProblemType("not-acceptable", 406, "Only JSON is offered");
      case 413 -> new ProblemType("too-large", 413, "The request is too large");
      case 415 ->
          new ProblemType("unsupported-media-type", 415, "The body must be application/json");
      case 501 -> new ProblemType("not-implemented", 501, "The server does not know that request");
      case 505 ->
          new ProblemType("http-version-not-supported", 505, "The server does not speak that HTTP");
      case 503 -> new ProblemType("unavailable", 503, "Not available at the moment");
      default ->
          status < 500
              ? new ProblemType("invalid-request", status, "The request is not valid")
              : new ProblemType("internal-error", status, "Something went wrong on our side");
    };
  }

  static String detail(Exception failure, ProblemType type) {
    return switch (failure) {
      case HttpRequestMethodNotSupportedException method ->
          method.getMethod() + " is not offered here.";
      case MissingRequestHeaderException header ->
          "The header " + header.getHeaderName() + " is missing.";
      case MissingServletRequestParameterException parameter ->
          "The parameter " + parameter.getParameterName() + " is missing.";
      default -> type.title() + ".";
    };
  }
}
