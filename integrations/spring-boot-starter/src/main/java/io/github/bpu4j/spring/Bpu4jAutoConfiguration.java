// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.ClassifierObserver;
import io.github.bpu4j.api.spi.InferenceRuntime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Opens a {@link Classifier} from the {@code bpu4j.*} properties and closes it on shutdown.
 *
 * <p>It backs off if the application has a classifier of its own. A bean of type {@link
 * InferenceRuntime} is used as the runtime, every {@link ClassifierObserver} observes, and every
 * {@link ClassifierBuilderCustomizer} has the last word.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "bpu4j.enabled", matchIfMissing = true)
@EnableConfigurationProperties(Bpu4jProperties.class)
public final class Bpu4jAutoConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Classifier bpu4jClassifier(
      Bpu4jProperties properties,
      ObjectProvider<InferenceRuntime> runtime,
      ObjectProvider<ClassifierObserver> observers,
      ObjectProvider<ClassifierBuilderCustomizer> customizers) {
    ClassifierBuilder builder = Classifier.builder();
    new BuilderProperties(properties).applyTo(builder);
    runtime.ifUnique(builder::runtime);
    builder.observer(new ObserverList(observers.orderedStream().toList()));
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.open();
  }
}
