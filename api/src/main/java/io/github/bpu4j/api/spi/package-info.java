// SPDX-License-Identifier: Apache-2.0
/**
 * The contract between the classifier and the runtimes that execute networks.
 *
 * <p>A runtime is found by {@link java.util.ServiceLoader} or handed over as an instance. It takes
 * NV12 bytes and gives one float score per class; everything before and after is the classifier's.
 */
@NullMarked
package io.github.bpu4j.api.spi;

import org.jspecify.annotations.NullMarked;
