// SPDX-License-Identifier: Apache-2.0
/** Labeled pictures: how folders and lists say what each picture shows. */
@NullMarked
package io.github.bpu4j.evaluation.data;

import org.jspecify.annotations.NullMarked;
