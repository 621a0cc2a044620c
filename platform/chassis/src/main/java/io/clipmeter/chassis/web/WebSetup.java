package io.clipmeter.chassis.web;

import io.clipmeter.chassis.problem.ProblemWriter;
import io.clipmeter.chassis.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration
class WebSetup implements WebMvcConfigurer {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageQuery.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PageQueryArgument());
    resolvers.add(new CallerArgument());
  }

  /** Behind the filters of security: who may not ask is not told what is wrong with the body. */
  @Bean
  FilterRegistrationBean<JsonOnly> jsonOnly(
      ProblemWriter problems, @Value("${clipmeter.web.any-body:false}") boolean anyBody) {
    FilterRegistrationBean<JsonOnly> filter =
        new FilterRegistrationBean<>(new JsonOnly(problems, anyBody));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }

  @Bean
  @ConditionalOnMissingBean
  Ids ids(Clock clock) {
    return new Ids(clock);
  }

  @Bean
  ApiProblems apiProblems() {
    return new ApiProblems();
  }

  @Bean
  ApiPages apiPages() {
    return new ApiPages();
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(Environment environment) {
    String name = environment.getProperty("spring.application.name", "service");
    SecurityScheme bearer =
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
    return new OpenAPI()
        .info(new Info().title("Clipmeter " + name).version("v1"))
        .servers(List.of(new Server().url("/").description("The gateway")))
        .components(
            new Components()
                .addSecuritySchemes("bearer", bearer)
                .addSchemas(ApiProblems.SCHEMA, ApiProblems.schema()))
        .addSecurityItem(new SecurityRequirement().addList("bearer"));
  }
}
