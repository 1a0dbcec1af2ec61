// SPDX-License-Identifier: Apache-2.0
/**
 * Auto-configuration for Spring Boot: a classifier from {@code bpu4j.*} properties, its health, its
 * metrics, and problem details for pictures that cannot be classified.
 */
@NullMarked
package io.github.bpu4j.spring;

import org.jspecify.annotations.NullMarked;
