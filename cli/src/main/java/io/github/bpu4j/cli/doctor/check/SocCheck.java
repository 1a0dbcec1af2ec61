// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.List;

/** The chip: an X5, one of another family, or none with a BPU. */
public final class SocCheck implements Check {
  @Override
  public List<Finding> examine(SystemView view, Board board) {
    return List.of(
        switch (board.family()) {
          case X5 -> Diagnosis.SOC_X5.with(board.name());
          case X3 -> Diagnosis.SOC_X3.with(board.name());
          case S100 -> Diagnosis.SOC_S100.with(board.name());
          case UNNAMED -> Diagnosis.SOC_UNNAMED.with("a BPU, but no file names the chip");
          case NONE ->
              Diagnosis.SOC_OTHER.with(
                  board.name().isEmpty() ? "not a board with a BPU" : board.name() + ", no BPU");
        });
  }
}
