// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.Board.Family;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Temperatures of all sensors, and whether the kernel holds clocks down because of them. */
public final class TemperatureCheck implements Check {
  private static final String THERMAL = "/sys/class/thermal";
  private static final String SENSORS = "/sys/class/hwmon";

  /** In degrees: the X5 slows down at 95, as the vendor's documents state. */
  private static final long SLOWS_DOWN = 95;

  private static final long HIGH = 85;
  private static final long MILLI = 1000;
  private static final long COLDEST = -50;
  private static final long HOTTEST = 200;

  /** What the X5's driver measures; it labels nothing. */
  private static final Map<String, String> X5_SENSORS =
      Map.of("temp1_input", "DDR", "temp2_input", "BPU", "temp3_input", "CPU");

  /** A temperature in degrees. */
  private record Reading(String name, long degrees) {}

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    List<Reading> readings = new ArrayList<>(zones(view));
    readings.addAll(sensors(view, board));
    List<String> held = held(view);
    if (readings.isEmpty() && held.isEmpty()) {
      return List.of(Diagnosis.TEMPERATURE_UNKNOWN.with("no sensor can be read"));
    }
    String evidence =
        readings.stream()
            .map(reading -> reading.name() + " " + reading.degrees() + " °C")
            .collect(Collectors.joining(", "));
    long highest = readings.stream().mapToLong(Reading::degrees).max().orElse(0);
    if (board.hasBpu() && (!held.isEmpty() || highest >= SLOWS_DOWN)) {
      String slowed = held.isEmpty() ? "" : "; held down: " + String.join(", ", held);
      return List.of(Diagnosis.TEMPERATURE_THROTTLED.with(evidence + slowed));
    }
    long limit = board.hasBpu() ? HIGH : SLOWS_DOWN;
    return List.of(
        (highest >= limit ? Diagnosis.TEMPERATURE_HIGH : Diagnosis.TEMPERATURE_OK).with(evidence));
  }

  private static List<Reading> zones(SystemView view) {
    List<Reading> readings = new ArrayList<>();
    for (String zone : view.names(THERMAL)) {
      if (zone.startsWith("thermal_zone")) {
        String folder = THERMAL + "/" + zone;
        add(view.line(folder + "/type").orElse(zone), view.number(folder + "/temp"), readings);
      }
    }
    return readings;
  }

  private static List<Reading> sensors(SystemView view, Board board) {
    List<Reading> readings = new ArrayList<>();
    for (String chip : view.names(SENSORS)) {
      String folder = SENSORS + "/" + chip;
      for (String file : view.names(folder)) {
        if (file.matches("temp\\d{1,3}_input")) {
          String label = folder + "/" + file.replace("_input", "_label");
          String usual = board.family() == Family.X5 ? X5_SENSORS.getOrDefault(file, file) : file;
          add(view.line(label).orElse(usual), view.number(folder + "/" + file), readings);
        }
      }
    }
    return readings;
  }

  /** A sensor that is powered down gives nothing, or nonsense. */
  private static void add(String name, OptionalLong millidegrees, List<Reading> readings) {
    if (millidegrees.isPresent()) {
      long degrees = Math.floorDiv(millidegrees.getAsLong(), MILLI);
      if (degrees > COLDEST && degrees < HOTTEST) {
        readings.add(new Reading(name, degrees));
      }
    }
  }

  /** The clocks that the kernel's thermal control holds down at the moment. */
  private static List<String> held(SystemView view) {
    List<String> held = new ArrayList<>();
    for (String device : view.names(THERMAL)) {
      String folder = THERMAL + "/" + device;
      String type = view.line(folder + "/type").orElse("");
      boolean clock = type.contains("cpufreq") || type.contains("devfreq");
      if (device.startsWith("cooling_device") && clock) {
        long state = view.number(folder + "/cur_state").orElse(0);
        if (state > 0) {
          held.add(type + " at step " + state);
        }
      }
    }
    return held;
  }
}
