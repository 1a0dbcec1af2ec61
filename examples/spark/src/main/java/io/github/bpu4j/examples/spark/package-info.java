// SPDX-License-Identifier: Apache-2.0
/** Classifies and counts a folder of labeled pictures on an Apache Spark cluster. */
@NullMarked
package io.github.bpu4j.examples.spark;

import org.jspecify.annotations.NullMarked;
