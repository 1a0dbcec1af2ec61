// SPDX-License-Identifier: Apache-2.0
/** Reports as one HTML file each, in English and Chinese. */
@NullMarked
package io.github.bpu4j.cli.html;

import org.jspecify.annotations.NullMarked;
