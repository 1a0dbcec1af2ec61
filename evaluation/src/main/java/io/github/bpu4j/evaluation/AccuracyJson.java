// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** The counts of an {@link Accuracy} as JSON; docs/json.md lists the keys. */
final class AccuracyJson {
  private AccuracyJson() {}

  static String write(AccuracyCounter counted) {
    return JsonFields.line(json -> write(json, counted));
  }

  /** The fields of the object. */
  static void write(JsonGenerator json, AccuracyCounter counted) throws IOException {
    json.writeNumberField("classes", counted.classes);
    json.writeArrayFieldStart("ranks");
    for (long pictures : counted.ranks) {
      json.writeNumber(pictures);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pairs");
    for (Map.Entry<Long, Long> pair : counted.pairs.entrySet()) {
      long truth = pair.getKey() / counted.classes;
      long answer = pair.getKey() % counted.classes;
      row(json, truth, answer, pair.getValue());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("calibration");
    for (CalibrationBin bin : counted.bins) {
      row(json, bin.pictures(), bin.right(), bin.confidenceUnits());
    }
    json.writeEndArray();
    json.writeNumberField("not_probabilities", counted.notProbabilities);
    json.writeNumberField("unreadable", counted.unreadable);
    json.writeArrayFieldStart("first_unreadable");
    for (UnreadablePicture picture : counted.firstUnreadable) {
      json.writeStartObject();
      json.writeStringField("path", picture.path());
      json.writeStringField("error", picture.error());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void row(JsonGenerator json, long... numbers) throws IOException {
    json.writeArray(numbers, 0, numbers.length);
  }

  static Accuracy parse(String text) {
    try {
      return parse(JsonFields.parse(text));
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not the counts of an accuracy: " + e.getMessage(), e);
    }
  }

  static Accuracy parse(JsonFields json) {
    return new Accuracy(counter(json));
  }

  private static AccuracyCounter counter(JsonFields json) {
    long[] ranks = json.integers("ranks");
    AccuracyCounter counter = new AccuracyCounter(json.index("classes"), ranks.length);
    System.arraycopy(ranks, 0, counter.ranks, 0, counter.depth);
    for (long[] row : json.rows("pairs", 3)) {
      long truth = Objects.checkIndex(row[0], counter.classes);
      long answer = Objects.checkIndex(row[1], counter.classes);
      counter.pairs.put(truth * counter.classes + answer, row[2]);
    }
    int number = 0;
    for (long[] row : json.rows("calibration", 3)) {
      int bin = Objects.checkIndex(number++, counter.bins.length);
      counter.bins[bin] = new CalibrationBin(bin, row[0], row[1], row[2]);
    }
    counter.notProbabilities = json.integer("not_probabilities");
    counter.unreadable = json.integer("unreadable");
    for (JsonFields picture : json.objects("first_unreadable")) {
      counter.firstUnreadable.add(
          new UnreadablePicture(picture.text("path"), picture.text("error")));
    }
    return counter;
  }
}
