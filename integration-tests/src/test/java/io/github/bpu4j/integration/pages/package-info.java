// SPDX-License-Identifier: Apache-2.0
/** Checks the pages of the documentation: order, twins in the other language, links, pictures. */
@NullMarked
package io.github.bpu4j.integration.pages;

import org.jspecify.annotations.NullMarked;
