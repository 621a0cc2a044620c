package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.discovery.Listing;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.discovery.Sound;
import io.clipmeter.tracking.source.discovery.Trend;
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
  private static final String NOBODY = "no provider is set up";

  @Bean
  ProfileSource noProfiles() {
    return (platform, handle) -> new ProfileReading.Unknown(NOBODY);
  }

  @Bean
  Discovery noDiscovery() {
    return new Discovery() {
      @Override
      public Listing find(Question question) {
        return new Listing.Unknown(NOBODY);
      }

      @Override
      public Trend<VideoRef> videos(String country, int limit) {
        return new Trend.Unknown<>(NOBODY);
      }

      @Override
      public Trend<Sound> sounds(String country, int limit) {
        return new Trend.Unknown<>(NOBODY);
      }
    };
  }
}
