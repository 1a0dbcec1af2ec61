// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.List;

/** Examines one part of a machine by reading files; never fails, whatever they contain. */
@FunctionalInterface
public interface Check {
  /**
   * Returns at least one finding.
   *
   * @param board what {@link Board#of} says about the same files
   */
  List<Finding> examine(SystemView view, Board board);
}
