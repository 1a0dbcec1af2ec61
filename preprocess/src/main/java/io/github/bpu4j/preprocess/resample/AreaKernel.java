// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;

/**
 * Resizes as OpenCV's {@code INTER_AREA}: a variant of linear where an axis is enlarged, the mean
 * of blocks where both ratios are whole, else shares of pixels.
 */
final class AreaKernel implements Kernel {
  private final Kernel linear = new LinearKernel(true);
  private final Kernel block = new BlockKernel();
  private final Kernel shares = new ShareKernel();
  private Kernel chosen = linear;

  @Override
  public void plan(Scaling columns, int[] order, Scaling rows, int channels) {
    chosen = choose(columns, rows);
    chosen.plan(columns, order, rows, channels);
  }

  private Kernel choose(Scaling columns, Scaling rows) {
    if (columns.enlarges() || rows.enlarges()) {
      return linear;
    }
    return columns.isWholeRatio() && rows.isWholeRatio() ? block : shares;
  }

  @Override
  public void restart() {
    chosen.restart();
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    chosen.row(source, y, out);
  }
}
