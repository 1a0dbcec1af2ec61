// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A folder of labeled pictures in any file system that Spark reads: {@code <label>/<picture>}.
 *
 * <p>Only paths travel between machines. The task that classifies a picture reads it, so that a
 * file that cannot be read costs one row and not the job.
 */
final class PictureFolder implements Serializable {
  private static final long serialVersionUID = 1;

  /** Extensions of the formats that can be decoded; other files are left out. */
  private static final String PICTURE =
      "(?i)[^._].*\\.(jpg|jpeg|jpe|png|bmp|gif|tif|tiff|webp|pbm|pgm|ppm|pnm)$";

  private final String root;
  private final SerializableConfiguration configuration;
  private final transient Dataset<String> paths;

  private PictureFolder(
      String root, SerializableConfiguration configuration, Dataset<String> paths) {
    this.root = root;
    this.configuration = configuration;
    this.paths = paths;
  }

  /**
   * Lists the pictures.
   *
   * @throws IOException if there is no such folder
   */
  static PictureFolder open(SparkSession spark, String folder) throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    FileSystem files = new Path(folder).getFileSystem(configuration);
    Path root = files.resolvePath(new Path(folder));
    int start = root.toString().length() + 1;
    Dataset<String> paths =
        spark
            .read()
            .format("binaryFile")
            .option("recursiveFileLookup", true)
            .load(folder)
            .select("path")
            .where(col("path").rlike(PICTURE))
            .as(Encoders.STRING())
            .union(spark.createDataset(empty(files, root), Encoders.STRING()))
            .map(new RelativePath(start), Encoders.STRING());
    return new PictureFolder(root + "/", new SerializableConfiguration(configuration), paths);
  }

  /**
   * Files without a byte, which the source {@code binaryFile} leaves out, as it does hidden ones.
   */
  private static List<String> empty(FileSystem files, Path root) throws IOException {
    List<String> paths = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      if (file.getLen() == 0 && file.getPath().getName().matches(PICTURE)) {
        paths.add(file.getPath().toString());
      }
    }
    return paths;
  }

  /** Paths below the folder, with {@code /} between names; only on the driver. */
  Dataset<String> paths() {
    return paths;
  }

  /**
   * Reads a picture file.
   *
   * @param picture its path below the folder
   * @param most bytes to read of it
   */
  byte[] read(String picture, int most) throws IOException {
    Path path = new Path(root + picture);
    try (InputStream in = path.getFileSystem(configuration.value()).open(path)) {
      return in.readNBytes(most);
    }
  }
}
