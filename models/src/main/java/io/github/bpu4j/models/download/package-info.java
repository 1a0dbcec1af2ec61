// SPDX-License-Identifier: Apache-2.0
/**
 * Downloads one file over HTTP so that it ends up whole and right, or not at all.
 *
 * <p>A download continues where an earlier one stopped, if the server proves that its file is still
 * the same. Nothing appears under the final name before length and SHA-256 are checked.
 */
@NullMarked
package io.github.bpu4j.models.download;

import org.jspecify.annotations.NullMarked;
