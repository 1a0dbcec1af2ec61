// SPDX-License-Identifier: Apache-2.0
/**
 * The unchecked failures of the SDK, with the base class {@link
 * io.github.bpu4j.api.error.ClassifierException}.
 */
@NullMarked
package io.github.bpu4j.api.error;

import org.jspecify.annotations.NullMarked;
