package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.profile.ProfileReading;
import io.clipmeter.tracking.source.profile.ProfileSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What only Apify can do, where there is no key: nobody answers, and the service runs all the same.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${clipmeter.tracking.apify.api-key:}'.isEmpty()")
class WithoutApify {
  @Bean
  ProfileSource noProfiles() {
    return (platform, handle) -> new ProfileReading.Unknown("no provider of profiles is set up");
  }
}
