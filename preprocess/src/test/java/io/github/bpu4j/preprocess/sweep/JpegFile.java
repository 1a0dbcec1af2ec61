// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a planned file: its segments around its scans (ITU-T T.81, annex B). */
final class JpegFile {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int DHT = 0xC4;
  private static final int DRI = 0xDD;
  private static final int SOS = 0xDA;

  private final JpegPlan plan;
  private final Bytes out = new Bytes();
  private final List<Blocks> components = new ArrayList<>();

  private JpegFile(JpegPlan plan) {
    this.plan = plan;
    for (int c = 0; c < plan.sampling().components(); c++) {
      components.add(Blocks.of(plan, c));
    }
  }

  /** Makes the bytes of the file. */
  static byte[] of(JpegPlan plan) {
    return new JpegFile(plan).write();
  }

  private byte[] write() {
    out.marker(SOI);
    new JpegHead(plan, out).write();
    if (plan.restart() > 0) {
      out.segment(DRI, 2);
      out.u16(plan.restart());
    }
    for (Coding.Scan scan : plan.coding().scans(components.size())) {
      scan(scan);
    }
    out.marker(EOI);
    return out.toArray();
  }

  private void scan(Coding.Scan scan) {
    Tokens tokens = tokens(scan);
    int[][] frequencies = tokens.frequencies();
    HuffmanCode[] codes = HuffmanCode.STANDARD.clone();
    List<Integer> used = new ArrayList<>();
    for (int table = 0; table < codes.length; table++) {
      if (Arrays.stream(frequencies[table]).anyMatch(count -> count > 0)) {
        used.add(table);
        if (plan.optimized() || plan.coding().isProgressive()) {
          codes[table] = HuffmanCode.optimal(frequencies[table]);
        }
      }
    }
    if (plan.coding() != Coding.MOTION) {
      tables(used, codes);
    }
    header(scan);
    tokens.write(codes, out);
  }

  private Tokens tokens(Coding.Scan scan) {
    Tokens tokens = new Tokens();
    BlockCoder coder = BlockCoder.of(plan.coding(), scan);
    List<Integer> of = scan.components();
    Blocks first = components.get(of.get(0));
    boolean alone = of.size() == 1;
    int wide = alone ? first.shownWide() : first.wide() / plan.sampling().horizontal(of.get(0));
    int high = alone ? first.shownHigh() : first.high() / plan.sampling().vertical(of.get(0));
    for (int mcu = 0; mcu < wide * high; mcu++) {
      if (plan.restart() > 0 && mcu > 0 && mcu % plan.restart() == 0) {
        coder.restart(tokens);
        tokens.restart();
      }
      if (alone) {
        coder.block(of.get(0), first, first.at(mcu % wide, mcu / wide), tokens);
      } else {
        mcu(of, mcu % wide, mcu / wide, coder, tokens);
      }
    }
    coder.restart(tokens);
    return tokens;
  }

  private void mcu(List<Integer> of, int column, int row, BlockCoder coder, Tokens tokens) {
    for (int c : of) {
      int h = plan.sampling().horizontal(c);
      int v = plan.sampling().vertical(c);
      for (int i = 0; i < h * v; i++) {
        int at = components.get(c).at(column * h + i % h, row * v + i / h);
        coder.block(c, components.get(c), at, tokens);
      }
    }
  }

  /** Codes in one segment each, or all in one. */
  private void tables(List<Integer> used, HuffmanCode[] codes) {
    if (plan.odd()) {
      out.segment(DHT, used.stream().mapToInt(table -> 17 + codes[table].size()).sum());
    }
    for (int table : used) {
      if (!plan.odd()) {
        out.segment(DHT, 17 + codes[table].size());
      }
      out.u8(((table & 1) << 4) | plan.huffman(table >> 1));
      codes[table].describe(out);
    }
  }

  private void header(Coding.Scan scan) {
    List<Integer> of = scan.components();
    if (plan.odd()) {
      out.all(0xFF, 0xFF, 0xFF);
    }
    out.segment(SOS, 4 + 2 * of.size());
    out.u8(of.size());
    for (int c : of) {
      out.u8(plan.marking().id(c));
      out.u8(0x11 * plan.huffman(c));
    }
    out.all(scan.first(), scan.last(), (scan.high() << 4) | scan.low());
  }
}
