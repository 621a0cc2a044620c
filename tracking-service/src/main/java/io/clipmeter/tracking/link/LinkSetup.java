package io.clipmeter.tracking.link;

import io.clipmeter.links.shortlink.ShortLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkSetup {
  @Bean
  ShortLinks shortLinks(LinkSettings settings) {
    return ShortLinks.onTheInternet(settings.limits());
  }

  @Bean
  LinkSource platforms(ShortLinks links) {
    return links::resolve;
  }
}
