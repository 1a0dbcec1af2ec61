// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** What stands before the first scan: application segments, quantization and the frame header. */
final class JpegHead {
  private static final int SOF0 = 0xC0;
  private static final int SOF1 = 0xC1;
  private static final int SOF2 = 0xC2;
  private static final int DQT = 0xDB;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int COM = 0xFE;

  private final JpegPlan plan;
  private final Bytes out;

  JpegHead(JpegPlan plan, Bytes out) {
    this.plan = plan;
    this.out = out;
  }

  void write() {
    if (plan.marking().hasJfif()) {
      out.segment(APP0, 14);
      out.ascii("JFIF\0");
      out.all(1, 1, 0, 0, 1, 0, 1, 0, 0);
    }
    if (plan.orientation() != 0) {
      exif();
    }
    if (plan.marking().adobe() >= 0) {
      out.segment(APP14, 12);
      out.ascii("Adobe");
      out.all(0, 100, 0, 0, 0, 0, plan.marking().adobe());
    }
    if (plan.odd()) {
      comment();
    }
    quantization();
    frame();
  }

  /** A TIFF header and one directory with one entry: the orientation, a short. */
  private void exif() {
    boolean little = plan.orientation() < 0;
    out.segment(APP1, 32);
    out.ascii("Exif\0\0");
    out.ascii(little ? "II" : "MM");
    number(42, 2, little);
    number(8, 4, little);
    number(1, 2, little);
    number(0x0112, 2, little);
    number(3, 2, little);
    number(1, 4, little);
    number(Math.abs(plan.orientation()), 2, little);
    number(0, 2, little);
    number(0, 4, little);
  }

  private void number(int value, int bytes, boolean little) {
    for (int i = 0; i < bytes; i++) {
      out.u8(value >> (8 * (little ? i : bytes - 1 - i)));
    }
  }

  /** Text that looks like markers, behind fill bytes. */
  private void comment() {
    out.all(0xFF, 0xFF);
    out.segment(COM, 6);
    out.all(0xFF, 0xD9, 0xFF, 0xDA, 0xFF, 0xD8);
  }

  private void quantization() {
    int count = plan.quantizations();
    int bytes = plan.coding() == Coding.EXTENDED ? 2 : 1;
    int inOne = plan.odd() ? 1 : count;
    for (int table = 0; table < count; table++) {
      if (table % inOne == 0) {
        out.segment(DQT, inOne * (1 + 64 * bytes));
      }
      out.u8(((bytes - 1) << 4) | table);
      for (int step : plan.steps(table)) {
        number(step, bytes, false);
      }
    }
  }

  private void frame() {
    Sampling sampling = plan.sampling();
    int code =
        plan.coding().isProgressive() ? SOF2 : plan.coding() == Coding.EXTENDED ? SOF1 : SOF0;
    out.segment(code, 6 + 3 * sampling.components());
    out.u8(8);
    out.u16(plan.height());
    out.u16(plan.width());
    out.u8(sampling.components());
    for (int c = 0; c < sampling.components(); c++) {
      out.all(plan.marking().id(c), sampling.packed(c), plan.quantization(c));
    }
  }
}
