// SPDX-License-Identifier: Apache-2.0
/** What model files and runtimes say about a model, independent of how it is shown. */
@NullMarked
package io.github.bpu4j.cli.info.model;

import org.jspecify.annotations.NullMarked;
