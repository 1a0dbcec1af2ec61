// SPDX-License-Identifier: Apache-2.0
package com.example

import io.github.bpu4j.api.Classifier
import java.nio.file.Path

fun main(arguments: Array<String>) {
  Classifier.openDefault().use { classifier ->
    val best = classifier.classify(Path.of(arguments[0])).best()
    println("${best.index()} ${best.name()}")
  }
}
