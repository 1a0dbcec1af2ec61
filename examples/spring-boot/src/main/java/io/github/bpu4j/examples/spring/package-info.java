// SPDX-License-Identifier: Apache-2.0
/** A web page and a REST service that classify uploaded pictures. */
@NullMarked
package io.github.bpu4j.examples.spring;

import org.jspecify.annotations.NullMarked;
