// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.folder;

import io.github.bpu4j.cli.convert.data.CalibrationData;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;

/** The note in the folder: what is in it and the one command to run. */
final class ReadmeText {
  private ReadmeText() {}

  static String of(ConversionPlan plan, int pictures) {
    return """
    # %1$s: everything the compiler needs

    Run this in this folder, where the vendor's `hb_mapper` is installed (x86-64 Linux, Python 3.10):

        rm -rf /tmp/bpu4j-convert-%1$s && cp -r . /tmp/bpu4j-convert-%1$s && (cd /tmp/bpu4j-convert-%1$s && hb_mapper makertbin --model-type onnx --config %1$s.yaml) && cp /tmp/bpu4j-convert-%1$s/build/%1$s.bin .

    The copy in `/tmp` is on purpose: the compiled file keeps the path of its calibration data, and
    nobody needs to read yours. `bpu4j convert ... --run` runs the same command, and checks the result.

    - `%1$s.yaml`: the compiler's settings
    - `%1$s.onnx`: the network
    - `%2$s/`: calibration data of %3$d pictures, float32, values 0 to 255
    - `%1$s.bin.metadata.json`: what an app must know of `%1$s.bin`; keep it beside that file

    Then compare the compiled file with the network, on pictures that are not in the calibration data:

        bpu4j convert check %1$s.onnx %1$s.bin --pictures PICTURES
    """
        .formatted(plan.name(), CalibrationData.FOLDER, pictures);
  }
}
