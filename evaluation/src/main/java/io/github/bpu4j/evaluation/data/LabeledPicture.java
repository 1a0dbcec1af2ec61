// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.nio.file.Path;

/**
 * A picture whose class is known.
 *
 * @param file to open
 * @param path relative to the folder of the data, with {@code /} between names
 * @param truth index of the class
 * @since 0.1.0
 */
public record LabeledPicture(Path file, String path, int truth) {}
