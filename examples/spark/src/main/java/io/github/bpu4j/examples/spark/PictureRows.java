// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of the result: one picture each, with an answer or an error. */
public final class PictureRows {
  private static final StructType CATEGORY =
      new StructType()
          .add("index", DataTypes.IntegerType, false)
          .add("name", DataTypes.StringType, false)
          .add("score", DataTypes.FloatType, false);

  /**
   * The columns: {@code path} below the folder, {@code truth} (class index); {@code index}, {@code
   * name} and {@code score} of the best class, {@code top} (the best classes, highest score first),
   * all null if there is an {@code error}.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("path", DataTypes.StringType, false)
          .add("truth", DataTypes.IntegerType, false)
          .add("index", DataTypes.IntegerType)
          .add("name", DataTypes.StringType)
          .add("score", DataTypes.FloatType)
          .add("error", DataTypes.StringType)
          .add("top", DataTypes.createArrayType(CATEGORY, false));

  private static final int PATH = 0;
  private static final int TRUTH = 1;
  private static final int ERROR = 5;
  private static final int TOP = 6;

  private PictureRows() {}

  static Row answered(String path, int truth, List<Category> top) {
    Category best = top.get(0);
    Row[] categories =
        top.stream()
            .map(category -> RowFactory.create(category.index(), category.name(), category.score()))
            .toArray(Row[]::new);
    return RowFactory.create(
        path, truth, best.index(), best.name(), best.score(), null, categories);
  }

  static Row failed(String path, int truth, String error) {
    return RowFactory.create(path, truth, null, null, null, error, null);
  }

  /** Reads a row for {@link io.github.bpu4j.evaluation.AccuracyCounter}. */
  static EvaluatedPicture picture(Row row) {
    String path = row.getString(PATH);
    int truth = row.getInt(TRUTH);
    if (!row.isNullAt(ERROR)) {
      return EvaluatedPicture.unreadable(path, truth, row.getString(ERROR));
    }
    List<Row> top = row.getList(TOP);
    return EvaluatedPicture.answered(path, truth, top.stream().map(PictureRows::category).toList());
  }

  private static Category category(Row row) {
    String name = row.getString(1);
    return new Category(row.getInt(0), name, name, row.getFloat(2));
  }
}
