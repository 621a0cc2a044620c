package io.clipmeter.gateway.docs;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class DocsSetup implements WebMvcConfigurer {
  private final DocsSettings settings;

  DocsSetup(DocsSettings settings) {
    this.settings = settings;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/docs/ui/**")
        .addResourceLocations(
            "classpath:/META-INF/resources/webjars/swagger-ui/"
                + settings.swaggerUiVersion()
                + "/");
    registry.addResourceHandler("/docs/page/**").addResourceLocations("classpath:/docs/");
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/docs").setViewName("forward:/docs/page/index.html");
  }
}
