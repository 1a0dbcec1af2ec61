// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.finding;

import static io.github.bpu4j.cli.doctor.finding.State.FAILURE;
import static io.github.bpu4j.cli.doctor.finding.State.NOTE;
import static io.github.bpu4j.cli.doctor.finding.State.NOT_APPLICABLE;
import static io.github.bpu4j.cli.doctor.finding.State.OK;
import static io.github.bpu4j.cli.doctor.finding.State.WARNING;

import io.github.bpu4j.cli.language.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that can be found; {@code docs/troubleshooting.md} has the same rows. */
public enum Diagnosis {
  OS_OK("os", OK),
  OS_OTHER_RELEASE(
      "os", NOTE, "the vendor's image is Ubuntu 22.04; if libdnn does not load here, use that"),
  OS_UNKNOWN("os", NOTE, "if native code fails to load: it needs glibc 2.34 or newer"),
  OS_MUSL(
      "os",
      FAILURE,
      "use a system with glibc 2.34 or newer, such as Ubuntu 22.04: native code does not load on"
          + " musl"),

  SOC_X5("soc", OK),
  SOC_X3("soc", FAILURE, "use --runtime onnx on this board: bpu4j supports the BPU of the X5 only"),
  SOC_S100(
      "soc", FAILURE, "use --runtime onnx on this board: bpu4j supports the BPU of the X5 only"),
  SOC_UNNAMED(
      "soc",
      NOTE,
      "in a container on an RDK X5 this is normal; otherwise find out which board it is"),
  SOC_OTHER("soc", NOT_APPLICABLE),

  JAVA_OK("java", OK),
  JAVA_NATIVE_ACCESS(
      "java", WARNING, "start Java with --enable-native-access=ALL-UNNAMED, or with ./bpu4j"),
  JAVA_NO_NATIVE_CODE(
      "java", FAILURE, "use a 64-bit Java for x86-64 or arm64: there is native code for no other"),
  JAVA_TOO_OLD(
      "java", FAILURE, "sudo apt-get update && sudo apt-get install -y openjdk-17-jre-headless"),
  JAVA_MISSING(
      "java", WARNING, "sudo apt-get update && sudo apt-get install -y openjdk-17-jre-headless"),

  LIBDNN_OK("libdnn", OK),
  LIBDNN_NOT_NEEDED("libdnn", NOT_APPLICABLE),
  LIBDNN_OF_OTHER_BOARD("libdnn", NOT_APPLICABLE),
  LIBDNN_STAND_IN(
      "libdnn", NOTE, "for real answers, name the board's libdnn.so: a stand-in is for tests"),
  LIBDNN_MISSING(
      "libdnn",
      FAILURE,
      "sudo apt-get install hobot-dnn; in a container mount /usr/lib/libdnn.so and /usr/hobot/lib;"
          + " if it is elsewhere, name it with BPU4J_DNN_LIBRARY=PATH"),
  LIBDNN_NOT_A_LIBRARY(
      "libdnn", FAILURE, "reinstall the package: sudo apt-get install --reinstall hobot-dnn"),
  LIBDNN_OTHER_ARCHITECTURE(
      "libdnn", FAILURE, "name a libdnn.so for this machine's architecture, or remove this one"),
  LIBDNN_OTHER_FAMILY(
      "libdnn",
      FAILURE,
      "remove it and install hobot-dnn of the X5: the name is the same, its structures are not"),
  LIBDNN_OTHER_VERSION(
      "libdnn", FAILURE, "install hobot-dnn 1.18 or a later 1.x; the X5 has 1.23 or 1.24"),
  LIBDNN_LACKS_FUNCTIONS(
      "libdnn", FAILURE, "update the package: sudo apt-get install --only-upgrade hobot-dnn"),
  LIBDNN_LACKS_DEPENDENCIES(
      "libdnn",
      FAILURE,
      "sudo apt-get install --reinstall hobot-dnn; in a container mount /usr/hobot/lib and set"
          + " LD_LIBRARY_PATH=/usr/hobot/lib"),

  LIBRARIES_OK("libraries", OK),
  LIBRARIES_NOT_NEEDED("libraries", NOT_APPLICABLE),
  LIBRARIES_OF_S100(
      "libraries",
      FAILURE,
      "remove these files, or take their folder out of LD_LIBRARY_PATH: they belong to the S100"),
  LIBRARIES_OF_X3(
      "libraries",
      WARNING,
      "remove these files, or take their folder out of LD_LIBRARY_PATH: they belong to the X3"),
  LIBRARIES_TWICE(
      "libraries",
      WARNING,
      "keep one libdnn.so, or name the right one with BPU4J_DNN_LIBRARY=PATH"),

  DEVICES_OK("devices", OK),
  DEVICES_NOT_HERE("devices", NOT_APPLICABLE),
  DEVICES_NOT_COPIED(
      "devices", NOTE, "on the machine itself, see ls -l /dev/bpu /dev/bpu_core0 /dev/ion"),
  DEVICES_MISSING("devices", FAILURE, "see dmesg for the BPU's driver; use the vendor's kernel"),
  DEVICES_NOT_PASSED(
      "devices",
      FAILURE,
      "start the container with --device /dev/bpu --device /dev/bpu_core0 --device /dev/ion"),
  DEVICES_NOT_DEVICES(
      "devices",
      FAILURE,
      "remove what stands in their place; pass devices with --device, not with -v"),

  ACCESS_OK("access", OK),
  ACCESS_NOT_HERE("access", NOT_APPLICABLE),
  ACCESS_UNKNOWN("access", NOTE, "run doctor on the machine itself, as the user of the program"),
  ACCESS_NOT_IN_GROUP(
      "access", FAILURE, "sudo usermod -aG misc \"$USER\", then log in again; or run as root"),
  ACCESS_NOT_PASSED(
      "access", FAILURE, "start the container with --group-add \"$(stat -c %g /dev/bpu)\""),
  ACCESS_AT_NEXT_LOGIN("access", FAILURE, "log out and in again; restart a service"),
  ACCESS_CLOSED(
      "access",
      FAILURE,
      "restore the image's rule for udev, group misc and mode 0664; until then run as root"),

  ION_OK("ion", OK),
  ION_NOT_HERE("ion", NOT_APPLICABLE),
  ION_UNKNOWN(
      "ion", NOTE, "on a board, run doctor as root to see the pools; containers do not show them"),

  BPU_OK("bpu", OK),
  BPU_NOT_HERE("bpu", NOT_APPLICABLE),
  BPU_UNKNOWN(
      "bpu",
      NOTE,
      "on a board, see dmesg for the BPU's driver; some containers do not show its files"),
  BPU_LIMITED(
      "bpu",
      WARNING,
      "if the chip is hot, cool it; otherwise, as root: echo 1000000000 >"
          + " /sys/devices/system/bpu/bpu0/devfreq/*.bpu/max_freq"),
  BPU_BUSY("bpu", NOTE, "for a benchmark, stop the other programs that use the BPU"),

  GOVERNOR_OK("governor", OK),
  GOVERNOR_UNKNOWN("governor", NOT_APPLICABLE),
  GOVERNOR_SCALES(
      "governor",
      NOTE,
      "for a benchmark, as root: echo performance >"
          + " /sys/devices/system/cpu/cpufreq/policy0/scaling_governor"),
  GOVERNOR_SLOW(
      "governor",
      WARNING,
      "as root: echo schedutil > /sys/devices/system/cpu/cpufreq/policy0/scaling_governor"),

  TEMPERATURE_OK("temperature", OK),
  TEMPERATURE_UNKNOWN("temperature", NOT_APPLICABLE),
  TEMPERATURE_HIGH("temperature", WARNING, "improve the cooling: the chip slows down at 95 °C"),
  TEMPERATURE_THROTTLED(
      "temperature", WARNING, "let the board cool and improve the cooling before you measure"),

  CACHE_OK("cache", OK),
  CACHE_NOT_READ("cache", NOT_APPLICABLE),
  CACHE_UNUSABLE(
      "cache",
      WARNING,
      "run the command in the evidence, or name a folder that only this user can write with"
          + " -Dbpu4j.cache.dir=FOLDER or BPU4J_CACHE_DIR=FOLDER"),
  CACHE_NO_SPACE("cache", WARNING, "free some space, or name another folder with BPU4J_CACHE_DIR"),

  FONTS_OK("fonts", OK),
  FONTS_NOT_COPIED("fonts", NOT_APPLICABLE),
  FONTS_NO_CHINESE("fonts", NOTE, "for --locale zh: sudo apt-get install -y fonts-noto-cjk"),
  FONTS_MISSING(
      "fonts", WARNING, "for --annotate: sudo apt-get install -y fontconfig fonts-dejavu-core"),

  RUNTIME_OK("runtime", OK),
  RUNTIME_SIMULATES("runtime", NOTE, "nothing has to be done: its answers are marked as simulated"),
  RUNTIME_NOT_HERE("runtime", NOT_APPLICABLE),
  RUNTIME_UNAVAILABLE("runtime", FAILURE, "do what the evidence says"),
  RUNTIME_NONE("runtime", FAILURE, "add bpu4j-runtime-bpu or bpu4j-runtime-onnx to the class path"),

  INFERENCE_OK("inference", OK),
  INFERENCE_NO_MODEL("inference", NOT_APPLICABLE),
  INFERENCE_WRONG(
      "inference",
      FAILURE,
      "report it with this output: the carried network computes wrong scores"),
  INFERENCE_FAILED("inference", FAILURE, "do what the evidence says; docs/errors.md explains it");

  private final String check;
  private final State state;
  private final @Nullable String remedy;

  Diagnosis(String check, State state) {
    this(check, state, null);
  }

  Diagnosis(String check, State state, @Nullable String remedy) {
    this.check = check;
    this.state = state;
    this.remedy = remedy;
  }

  /** Adds what was read on the machine. */
  public Finding with(String evidence) {
    return new Finding(this, evidence);
  }

  /** The name in JSON and in the documentation, such as {@code devices-missing}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The part of the machine, such as {@code devices}. */
  public String check() {
    return check;
  }

  public State state() {
    return state;
  }

  /** What to do; empty if nothing has to be done. */
  public Optional<Text> remedy() {
    return Optional.ofNullable(remedy)
        .map(text -> new Text("doctor." + id(), text.replace("%", "%%"), List.of()));
  }
}
