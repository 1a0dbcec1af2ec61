// SPDX-License-Identifier: Apache-2.0
/** How often a classifier is right: accuracy over labeled pictures of any number. */
@NullMarked
package io.github.bpu4j.evaluation;

import org.jspecify.annotations.NullMarked;
