// SPDX-License-Identifier: Apache-2.0

/** An application that is a module; it names the API alone. */
module com.example.photos {
  requires io.github.bpu4j.api;
}
