package io.clipmeter.gateway.route;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the caller. Closes the service's side however it ends: a 304 and
 * a caller who left would otherwise keep a connection each.
 */
final class RelayedResponse implements ServerResponse {
  private final ServerResponse answer;
  private final ClientHttpResponse origin;
  private final Silence silence;

  /**
   * @param silence what is answered instead where the service breaks off before anything was sent
   */
  RelayedResponse(ServerResponse answer, ClientHttpResponse origin, Silence silence) {
    this.answer = answer;
    this.origin = origin;
    this.silence = silence;
  }

  /** Makes the answer for a service that gives none. */
  interface Silence {
    ServerResponse because(IOException failure);
  }

  @Override
  public HttpStatusCode statusCode() {
    return answer.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    return answer.headers();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return answer.cookies();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws ServletException, IOException {
    Map<String, Collection<String>> own = headers(response);
    try (origin) {
      return answer.writeTo(request, response, context);
    } catch (ClientAbortException left) {
      throw left;
    } catch (IOException failure) {
      ServerResponse instead = silence.because(failure);
      if (response.isCommitted()) {
        // Without its cause: an end of file would be taken for a caller who left, and the half of
        // an answer that was sent would be ended like a whole one.
        throw new IOException("the service broke off its answer");
      }
      response.reset();
      own.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      return instead.writeTo(request, response, context);
    }
  }

  private static Map<String, Collection<String>> headers(HttpServletResponse response) {
    Map<String, Collection<String>> headers = new HashMap<>();
    response.getHeaderNames().forEach(name -> headers.put(name, response.getHeaders(name)));
    return headers;
  }
}
