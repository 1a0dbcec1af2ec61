// SPDX-License-Identifier: Apache-2.0
/**
 * The contract between the classifier and runtimes.
 *
 * <p>A runtime is found by {@link java.util.ServiceLoader} or passed as an instance. It takes NV12
 * bytes and returns one float score per class; everything before and after that is the classifier's
 * task.
 */
@NullMarked
package io.github.bpu4j.api.spi;

import org.jspecify.annotations.NullMarked;
