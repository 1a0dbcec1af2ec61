// SPDX-License-Identifier: Apache-2.0
/** What a Bayes-e model file says about itself, read without the vendor's library. */
@NullMarked
package io.github.bpu4j.modelfile;

import org.jspecify.annotations.NullMarked;
