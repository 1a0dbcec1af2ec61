// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.Board.Family;
import io.github.bpu4j.cli.doctor.view.LibraryFolders;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.ArrayList;
import java.util.List;

/** Libraries of other families, and more than one libdnn.so, of which a loader takes any. */
public final class LibrariesCheck implements Check {
  @Override
  public List<Finding> examine(SystemView view, Board board) {
    LibraryFolders folders = new LibraryFolders(view);
    List<Finding> findings = new ArrayList<>();
    report(
        Diagnosis.LIBRARIES_OF_S100, Family.S100, folders.beginning("libhbucp"), board, findings);
    report(
        Diagnosis.LIBRARIES_OF_X3,
        Family.X3,
        folders.beginning("libhbrt_bernoulli"),
        board,
        findings);
    List<String> same = folders.find("libdnn.so");
    if (same.size() > 1) {
      findings.add(Diagnosis.LIBRARIES_TWICE.with(String.join(", ", same)));
    }
    if (findings.isEmpty()) {
      findings.add(
          same.isEmpty()
              ? Diagnosis.LIBRARIES_NOT_NEEDED.with("none in the usual folders")
              : Diagnosis.LIBRARIES_OK.with("one libdnn.so, no library of another family"));
    }
    return findings;
  }

  /** A family's libraries are at home on its own boards. */
  private static void report(
      Diagnosis diagnosis, Family family, List<String> files, Board board, List<Finding> findings) {
    if (!files.isEmpty() && board.family() != family) {
      findings.add(diagnosis.with(String.join(", ", files)));
    }
  }
}
