// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.data;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The order in which pictures are taken: in turn from every class, where each class has a folder of
 * its own, and at random within it.
 *
 * <p>The same pictures and the same seed give the same order.
 *
 * @param pictures in that order
 * @param classes number of folders they are from
 */
public record PictureChoice(List<Path> pictures, int classes) {
  /** Copies the list. */
  public PictureChoice {
    pictures = List.copyOf(pictures);
  }

  /** Shuffles pictures, whose folders are their classes. */
  public static PictureChoice of(Collection<Path> pictures, long seed) {
    Map<String, List<Path>> folders = new TreeMap<>();
    for (Path picture : pictures.stream().sorted().toList()) {
      folders
          .computeIfAbsent(String.valueOf(picture.getParent()), folder -> new ArrayList<>())
          .add(picture);
    }
    Random random = new Random(seed);
    List<Deque<Path>> turns = new ArrayList<>();
    for (List<Path> folder : folders.values()) {
      Collections.shuffle(folder, random);
      turns.add(new ArrayDeque<>(folder));
    }
    Collections.shuffle(turns, random);
    List<Path> order = new ArrayList<>();
    while (order.size() < pictures.size()) {
      for (Deque<Path> folder : turns) {
        if (!folder.isEmpty()) {
          order.add(folder.remove());
        }
      }
    }
    return new PictureChoice(order, folders.size());
  }
}
