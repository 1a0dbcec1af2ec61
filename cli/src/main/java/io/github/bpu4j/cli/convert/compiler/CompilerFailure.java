// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a compilation failed.
 *
 * @param line the telling line of the log
 * @param remedy what to do; empty for causes that are not known here
 */
record CompilerFailure(String line, Optional<String> remedy) {
  private static final String EXPORT =
      "export it again: torch.onnx.export(model, example, \"net.onnx\", opset_version=11,"
          + " dynamo=False)";

  /** Exit codes above are those of signals, but for the compiler's usual one. */
  private static final int SIGNAL = 128;

  private static final int ERROR = 255;

  private static final Pattern CHATTER = Pattern.compile(" (?:INFO|DEBUG|WARNING) ");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^[0-9: ,-]*(?:ERROR )?(?:\\*{3} ERROR-OCCUR-DURING \\{[^}]*} \\*{3},"
              + " error message: )?");

  /** A text of the compiler and what helps. */
  private record Known(String text, String remedy) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known("the maximum supported version is 11", EXPORT),
          new Known("maximum supported ir version", EXPORT),
          new Known(
              "is a dynamic shape",
              "put input_shape: '1x3xHxW' under input_parameters of the YAML"),
          new Known(
              "target input shape",
              "put input_shape: '1x3xHxW' under input_parameters of the YAML"),
          new Known("Cal_data_dir does not exist", "make the folder again with --force"),
          new Known("is empty, please check calibration", "make the folder again with --force"),
          new Known(
              "cannot reshape array",
              "a file of the calibration data has another size than the input; make the folder"
                  + " again with --force"),
          new Known("Can not find onnx_model", "make the folder again with --force"),
          new Known("Error parsing message", "the .onnx is damaged; export it again"),
          new Known(
              "The onnx model is invalid",
              "an operator or attribute is newer than the file's operator set; " + EXPORT),
          new Known("unsupported domain", "replace that operator by ONNX's own"),
          new Known("are specified as domain", "replace that operator by ONNX's own"),
          new Known(
              "not support these cpu operators",
              "the board's runtime lacks that operator; express it with others"),
          new Known("does not support odd size", "export the network for an even width and height"),
          new Known("but seems like", "input_layout_train does not fit the input's shape"),
          new Known("elem type differs", "convert the network to float32 before the export"),
          new Known("INVALID_GRAPH", "the input or an operator has a type that is not supported"),
          new Known(
              "find NaN threshold",
              "weights or calibration data hold NaN; export an earlier checkpoint"),
          new Known("in list [", "the YAML holds a value that this version does not know"),
          new Known("Wrong key", "the YAML holds a key that this version does not know"),
          new Known("Input name does not exist", "make the folder again with --force"),
          new Known("Wrong num of input names", "make the folder again with --force"),
          new Known("size of mean does not match", "mean_value needs one number or three"),
          new Known(
              "No module named 'torch'",
              "the compiler imports torch, though it does not use it for .onnx: pip install torch"
                  + " in its environment"),
          new Known(
              "can not find hbdk library",
              "hb_mapper does not find the vendor's other programs; install dgdk into the same"
                  + " environment"),
          new Known("No space left on device", "free some space in /tmp"));

  /** The last error of a log, or the last line that is known to tell more. */
  static CompilerFailure of(List<String> log, int exit) {
    List<String> lines = log.stream().filter(line -> !CHATTER.matcher(line).find()).toList();
    Optional<Known> known =
        KNOWN.stream().filter(each -> last(lines, each.text()).isPresent()).findFirst();
    String telling =
        known
            .flatMap(each -> last(lines, each.text()))
            .or(() -> last(lines, "ERROR"))
            .or(() -> last(log, ""))
            .orElse("it said nothing");
    String line = PREFIX.matcher(telling.strip()).replaceFirst("");
    return new CompilerFailure(
        exit > SIGNAL && exit != ERROR ? line + " (ended by signal " + (exit - SIGNAL) + ")" : line,
        known.map(Known::remedy));
  }

  private static Optional<String> last(List<String> log, String word) {
    return log.stream().filter(line -> line.contains(word)).reduce((first, second) -> second);
  }

  /** One line for the user. */
  String text() {
    return line + remedy.map(what -> "; " + what).orElse("");
  }
}
