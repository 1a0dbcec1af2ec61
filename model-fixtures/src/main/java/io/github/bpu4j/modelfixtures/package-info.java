// SPDX-License-Identifier: Apache-2.0
/** Model files for the tests of every module; knows none of them, and is not published. */
@NullMarked
package io.github.bpu4j.modelfixtures;

import org.jspecify.annotations.NullMarked;
