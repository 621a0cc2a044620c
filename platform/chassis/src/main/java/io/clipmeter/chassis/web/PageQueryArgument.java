package io.clipmeter.chassis.web;

import io.clipmeter.chassis.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code pageSize} and {@code pageToken}; anything else than a size in range or one of our
 * tokens is a 400.
 */
final class PageQueryArgument implements HandlerMethodArgumentResolver {
  private static final ProblemType INVALID_PAGE =
      new ProblemType("invalid-page", 400, "The page asked for does not exist");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageQuery.class;
  }

  @Override
  public PageQuery resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return new PageQuery(
        size(request.getParameter("pageSize")), after(request.getParameter("pageToken")));
  }

  private static int size(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return PageQuery.DEFAULT_SIZE;
    }
    if (!text.matches("[0-9]{1,3}") || !inRange(Integer.parseInt(text))) {
      throw INVALID_PAGE.because("pageSize must be a number from 1 to " + PageQuery.MAX_SIZE + ".");
    }
    return Integer.parseInt(text);
  }

  private static boolean inRange(int size) {
    return size >= 1 && size <= PageQuery.MAX_SIZE;
  }

  private static Optional<UUID> after(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Page.id(token));
    } catch (IllegalArgumentException e) {
      throw INVALID_PAGE.because("pageToken must be the nextPageToken of an earlier answer.");
    }
  }
}
