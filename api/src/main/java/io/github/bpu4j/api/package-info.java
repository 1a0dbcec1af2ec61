// SPDX-License-Identifier: Apache-2.0
/** The API for applications: the classifier, its results and its labels. */
@NullMarked
package io.github.bpu4j.api;

import org.jspecify.annotations.NullMarked;
