// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.nio.file.Path;

/**
 * A picture and what the data says of it.
 *
 * @param file to open
 * @param path relative to the folder of the data, with {@code /} between names
 * @param label the text; empty if the data says nothing
 */
record NamedPicture(Path file, String path, String label) {}
