package io.clipmeter.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Ties {@link Engines} to a test context. Its three values are part of Spring's cache key: tests
 * with the same wishes share a context.
 */
record EnginesCustomizer(boolean postgres, boolean kafka, boolean durable)
    implements ContextCustomizer {

  private static final List<String> CHATTY =
      List.of("org.apache.kafka", "kafka", "state.change.logger", "io.zonky", "org.testcontainers");

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration merged) {
    Engines engines = Engines.of(postgres, kafka, durable);
    // Registered before all other beans, hence destroyed after all of them: nothing of the service
    // sees its broker vanish.
    context.getBeanFactory().registerSingleton("engines", engines);
    if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
      beans.registerDisposableBean("engines", engines::close);
    }
    EnginesSession.opened(context);
    quieten(context);
    addBelowTheTestsOwn(context.getEnvironment().getPropertySources(), new Values(engines));
  }

  /** Engines tell much of themselves at INFO, which buries what the service says. */
  private static void quieten(ConfigurableApplicationContext context) {
    LoggingSystem logging = LoggingSystem.get(EnginesCustomizer.class.getClassLoader());
    CHATTY.stream()
        .filter(name -> !context.getEnvironment().containsProperty("logging.level." + name))
        .forEach(name -> logging.setLogLevel(name, LogLevel.WARN));
  }

  private static void addBelowTheTestsOwn(MutablePropertySources sources, Values values) {
    String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
    if (sources.contains(inlined)) {
      sources.addAfter(inlined, values);
    } else {
      sources.addFirst(values);
    }
  }

  /** Asks the engines only when somebody asks for the value. */
  private static final class Values extends EnumerablePropertySource<Engines> {

    Values(Engines engines) {
      super("engines", engines);
    }

    @Override
    public String[] getPropertyNames() {
      return source.keys();
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return source.value(name);
    }

    @Override
    public boolean containsProperty(String name) {
      return List.of(source.keys()).contains(name);
    }
  }

  /** Found by Spring through {@code META-INF/spring.factories}. */
  static final class Factory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
        Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
      WithEngines wish =
          TestContextAnnotationUtils.findMergedAnnotation(testClass, WithEngines.class);
      return wish == null
          ? null
          : new EnginesCustomizer(wish.postgres(), wish.kafka(), wish.durable());
    }
  }
}
