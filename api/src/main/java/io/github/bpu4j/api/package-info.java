// SPDX-License-Identifier: Apache-2.0
/** What an application calls: the classifier, its results and its labels. */
@NullMarked
package io.github.bpu4j.api;

import org.jspecify.annotations.NullMarked;
