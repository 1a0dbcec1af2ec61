// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One picture as a row of CSV, as RFC 4180 describes it; docs/evaluation.md lists the columns. */
final class PictureRow {
  static final String HEADING = "path,truth,truth_name,answer,answer_name,score,rank,error\r\n";

  private PictureRow() {}

  static String of(EvaluatedPicture picture, Labels labels) {
    List<String> cells = new ArrayList<>();
    cells.add(picture.path());
    cells.add(Integer.toString(picture.truth()));
    cells.add(labels.name(picture.truth()));
    if (picture.error().isPresent()) {
      cells.addAll(List.of("", "", "", "", picture.error().get()));
    } else {
      Category best = picture.categories().get(0);
      cells.add(Integer.toString(best.index()));
      cells.add(best.name());
      cells.add(Float.toString(best.score()));
      cells.add(rank(picture));
      cells.add("");
    }
    return cells.stream().map(PictureRow::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** The place of the true class, from 1; empty if it is not among the listed ones. */
  private static String rank(EvaluatedPicture picture) {
    return IntStream.range(0, picture.categories().size())
        .filter(i -> picture.categories().get(i).index() == picture.truth())
        .mapToObj(i -> Integer.toString(i + 1))
        .findFirst()
        .orElse("");
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
