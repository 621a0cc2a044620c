package io.clipmeter.chassis.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes how a list is paged: no parameter of a controller shows what {@link PageQuery} reads.
 */
final class ApiPages implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    boolean paged =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == PageQuery.class);
    return paged
        ? operation.addParametersItem(pageSize()).addParametersItem(pageToken())
        : operation;
  }

  private static Parameter pageSize() {
    Schema<?> size =
        new JsonSchema()
            .typesItem("integer")
            .format("int32")
            .minimum(BigDecimal.ONE)
            .maximum(BigDecimal.valueOf(PageQuery.MAX_SIZE));
    size.setDefault(PageQuery.DEFAULT_SIZE);
    return new QueryParameter().name("pageSize").required(false).schema(size);
  }

  private static Parameter pageToken() {
    return new QueryParameter()
        .name("pageToken")
        .description("the nextPageToken of the page before")
        .required(false)
        .schema(new JsonSchema().typesItem("string"));
  }
}
