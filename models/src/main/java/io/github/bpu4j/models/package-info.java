// SPDX-License-Identifier: Apache-2.0
/**
 * The classifiers that the vendor publishes for the RDK X5, by name.
 *
 * <p>{@link io.github.bpu4j.models.ModelZoo} states facts without any connection; only {@link
 * io.github.bpu4j.models.ZooModel#fetch()} downloads. All figures are published ones; none was
 * measured by this project.
 */
@NullMarked
package io.github.bpu4j.models;

import org.jspecify.annotations.NullMarked;
