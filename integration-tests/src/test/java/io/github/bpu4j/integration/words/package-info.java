// SPDX-License-Identifier: Apache-2.0
/** Checks the wording of names, comments, messages and pages; CONTRIBUTING.md has the glossary. */
@NullMarked
package io.github.bpu4j.integration.words;

import org.jspecify.annotations.NullMarked;
