// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Answers HTTP requests whose picture cannot be classified with problem details.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(
    name = {"bpu4j.enabled", "bpu4j.problem-details"},
    matchIfMissing = true)
public final class Bpu4jWebAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PictureProblems bpu4jPictureProblems() {
    return new PictureProblems();
  }
}
