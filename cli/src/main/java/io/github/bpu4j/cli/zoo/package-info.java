// SPDX-License-Identifier: Apache-2.0
/**
 * {@code bpu4j models}: the published classifiers, listed, shown, fetched, verified and removed.
 */
@NullMarked
package io.github.bpu4j.cli.zoo;

import org.jspecify.annotations.NullMarked;
