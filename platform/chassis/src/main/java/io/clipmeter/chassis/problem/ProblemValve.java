package io.clipmeter.chassis.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before any filter sees it, such as a path that is no path, with a
 * problem instead of its page.
 */
public final class ProblemValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ProblemType type = StandardProblems.of(status);
    // No mapper here: Tomcat makes the valve itself, and none of the words needs escaping.
    String body =
        """
        {"type":"%s","title":"%s","status":%d,"detail":"%s."}\
        """
            .formatted(type.uri(), type.title(), status, type.title());
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException callerLeft) {
      container.getLogger().debug("a problem did not reach its caller", callerLeft);
    }
  }
}
