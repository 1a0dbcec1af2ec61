// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.data.ClassNames;
import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Classifies the pictures of a folder on a cluster, writes a row for each, and counts how many are
 * right.
 *
 * <p>The rows are {@link PictureRows#SCHEMA} in Parquet files. Standard output gets the {@link
 * Accuracy} as JSON, which {@code Accuracy.parse} reads, then a line for people.
 */
public final class ClassifyPictures {
  private static final int DEPTH = 5;

  private ClassifyPictures() {}

  /**
   * Runs one job.
   *
   * @param arguments folder of pictures in folders named after their classes, new folder for the
   *     rows, number of tasks, and optionally a model file that every machine has under this path
   * @throws IOException if the folder cannot be listed
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println("usage: ClassifyPictures PICTURES ROWS TASKS [MODEL]");
      System.exit(2);
    }
    String model = arguments.length > 3 ? arguments[3] : "";
    ClassNames names = ClassNames.of(SharedClassifier.of(model).labels());
    long begin = System.nanoTime();
    try (SparkSession spark = SparkSession.builder().appName("bpu4j").getOrCreate()) {
      PictureFolder pictures = PictureFolder.open(spark, arguments[0]);
      FolderLabels labels = FolderLabels.of(pictures.paths(), names);
      Dataset<String> paths = pictures.paths().repartition(Integer.parseInt(arguments[2]));
      paths
          .mapPartitions(
              new ClassifyTask(pictures, labels, model), Encoders.row(PictureRows.SCHEMA))
          .write()
          .parquet(arguments[1]);
      Accuracy accuracy = count(spark.read().parquet(arguments[1]), names.classes());
      System.out.println(accuracy.toJson());
      System.out.println(summary(accuracy, (System.nanoTime() - begin) / 1e9));
    }
  }

  /** Counts rows that were written before, on the cluster. */
  static Accuracy count(Dataset<Row> rows, int classes) {
    return rows.select(new AccuracyAggregator(classes, DEPTH).toColumn()).first();
  }

  private static String summary(Accuracy accuracy, double seconds) {
    long all = accuracy.pictures() + accuracy.unreadable();
    return String.format(
        Locale.ROOT, "%s; %d pictures in %.1f s, %.1f/s", accuracy, all, seconds, all / seconds);
  }
}
