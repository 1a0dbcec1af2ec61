// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.ClassifierBuilder;

/**
 * Changes the builder of the auto-configured classifier after the {@code bpu4j.*} properties, for
 * options that have no property. Every bean of this type is called, in {@code @Order}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ClassifierBuilderCustomizer {
  /** Called once, before the classifier is opened. */
  void customize(ClassifierBuilder builder);
}
