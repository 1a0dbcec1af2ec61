// SPDX-License-Identifier: Apache-2.0
/** Pages in a real browser, for the modules that declare Selenium's Chrome driver. */
@NullMarked
package io.github.bpu4j.testsupport.browser;

import org.jspecify.annotations.NullMarked;
