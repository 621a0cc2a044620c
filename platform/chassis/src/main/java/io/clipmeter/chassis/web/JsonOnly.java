package io.clipmeter.chassis.web;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of other types than JSON before anybody tries to read them: what the libraries on
 * the class path would make of YAML or of half a multipart body is not part of the API. Whoever
 * hands bodies on without reading them takes any type, as long as it is one.
 */
final class JsonOnly extends OncePerRequestFilter {
  private static final ProblemType UNSUPPORTED =
      new ProblemType("unsupported-media-type", 415, "The body must be application/json");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

  private final ProblemWriter problems;
  private final boolean anyType;

  JsonOnly(ProblemWriter problems, boolean anyType) {
    this.problems = problems;
    this.anyType = anyType;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentType() == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean any = anyType || WITHOUT_BODY.contains(request.getMethod());
    if (isTaken(request.getContentType(), any)) {
      chain.doFilter(request, response);
    } else {
      problems.write(response, UNSUPPORTED, "Send it with Content-Type: application/json.");
    }
  }

  private static boolean isTaken(String contentType, boolean any) {
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return any ? type.isConcrete() : MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type);
    } catch (InvalidMediaTypeException noType) {
      return false;
    }
  }
}
