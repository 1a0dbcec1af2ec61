// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees of files as machines would have them, constructed from what the vendor's documents and
 * samples say; none was copied from a board.
 *
 * <p>Device files are regular files here, since only root can make others. Their owner is whoever
 * runs the test and is called {@code root} in the tree; their group is called {@code misc}.
 */
public final class ConstructedTrees {
  private static final String VERSION = "1.24.5_(3.15.55 HBRT)";
  private static final int ARM64 = 183;

  private static final List<String> FUNCTIONS =
      List.of(
          "hbDNNGetVersion",
          "hbDNNGetErrorDesc",
          "hbDNNInitializeFromFiles",
          "hbDNNInitializeFromDDR",
          "hbDNNRelease",
          "hbDNNGetModelNameList",
          "hbDNNGetModelHandle",
          "hbDNNGetInputCount",
          "hbDNNGetInputName",
          "hbDNNGetInputTensorProperties",
          "hbDNNGetInputSource",
          "hbDNNGetOutputCount",
          "hbDNNGetOutputName",
          "hbDNNGetOutputTensorProperties",
          "hbDNNInfer",
          "hbDNNRoiInfer",
          "hbDNNWaitTaskDone",
          "hbDNNReleaseTask",
          "hbSysAllocMem",
          "hbSysAllocCachedMem",
          "hbSysFlushMem",
          "hbSysFreeMem");

  private final Path root;

  private ConstructedTrees(Path root) {
    this.root = root;
  }

  /** An RDK X5 with the vendor's image, idle and cool, seen by the user sunrise. */
  public static Path healthyX5(Path root) throws IOException {
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.board("X5M", "D-Robotics RDK X5 V1.0", "3.3.3");
    tree.libraries(libdnn(), "libhbrt_bayes_aarch64.so");
    tree.devices();
    tree.clocks("schedutil", "1000000000");
    tree.temperatures(47_000, 49_500, 51_000);
    tree.java("17.0.15", "aarch64");
    tree.fonts();
    return root;
  }

  /** A container on an X5 that was started without devices and libraries. */
  public static Path containerWithoutDevices(Path root) throws IOException {
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.release("Ubuntu 22.04.5 LTS");
    tree.file(".dockerenv", "");
    tree.file("dev/null", "");
    tree.file("usr/share/common-licenses/Apache-2.0", "license");
    tree.file("lib/ld-linux-aarch64.so.1", "loader");
    tree.file("sys/class/socinfo/soc_name", "X5M\n");
    tree.clocks("schedutil", "1000000000");
    tree.temperatures(47_000, 49_500, 51_000);
    tree.java("17.0.15", "aarch64");
    tree.user("root", tree.ownerUid(), List.of(tree.ownerGid()), "");
    return root;
  }

  /** A healthy X5, seen by a user who is not in the group misc. */
  public static Path wrongGroup(Path root) throws IOException {
    healthyX5(root);
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.user("alice", tree.ownerUid() + 2, List.of(tree.ownerGid() + 2), "");
    return root;
  }

  /** A healthy X5 whose chip is so hot that the kernel holds its clocks down. */
  public static Path hotAndThrottled(Path root) throws IOException {
    healthyX5(root);
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.clocks("schedutil", "500000000");
    tree.temperatures(88_000, 97_250, 96_500);
    tree.cooling("cooling_device0", "cpufreq-cpu0", 2);
    tree.cooling("cooling_device1", "devfreq-bpu", 1);
    return root;
  }

  /** An RDK X3. */
  public static Path x3(Path root) throws IOException {
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.board("", "D-Robotics RDK X3 V2.1", "2.1.0");
    List<String> functions = new ArrayList<>(FUNCTIONS);
    functions.remove("hbDNNGetErrorDesc");
    functions.add("hbDNNResize");
    SharedLibrary library =
        new SharedLibrary(
            ARM64, functions, List.of(), List.of("libc.so.6"), "1.18.6_(3.14.5 HBRT)");
    tree.file("usr/lib/hbbpu/libdnn.so", library.bytes());
    tree.file("usr/lib/hbbpu/libhbrt_bernoulli_aarch64.so", "library");
    tree.devices();
    tree.temperatures(47_000);
    tree.java("11.0.22", "aarch64");
    tree.fonts();
    return root;
  }

  /** An RDK S100, taken for an X5. */
  public static Path s100ByMistake(Path root) throws IOException {
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.board("S100", "D-Robotics RDK S100 V1P0", "4.0.2");
    List<String> functions = new ArrayList<>(FUNCTIONS);
    functions.add("hbDNNInferV2");
    tree.libraries(
        new SharedLibrary(
            ARM64,
            functions,
            List.of("hbUCPSubmitTask"),
            List.of("libhbucp.so", "libc.so.6"),
            "3.13.6_(4.7.5 HBRT)"),
        "libhbucp.so");
    tree.devices();
    tree.java("17.0.15", "aarch64");
    tree.fonts();
    return root;
  }

  /** An x86-64 laptop with Debian. */
  public static Path plainLaptop(Path root) throws IOException {
    ConstructedTrees tree = new ConstructedTrees(root);
    tree.release("Debian GNU/Linux 12 (bookworm)");
    tree.file("lib64/ld-linux-x86-64.so.2", "loader");
    tree.clocks("powersave", "");
    tree.file("sys/class/hwmon/hwmon0/temp1_label", "Package id 0\n");
    tree.file("sys/class/hwmon/hwmon0/temp1_input", "61000\n");
    tree.java("21.0.7", "x86_64");
    tree.file("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "font");
    tree.user("alice", tree.ownerUid() + 2, List.of(tree.ownerGid() + 2), "");
    return root;
  }

  /** A healthy X5 on which an S100's library lies in a folder that the loader searches first. */
  public static Path strayS100Library(Path root) throws IOException {
    healthyX5(root);
    ConstructedTrees tree = new ConstructedTrees(root);
    SharedLibrary foreign =
        new SharedLibrary(
            ARM64, FUNCTIONS, List.of(), List.of("libhbucp.so"), "3.13.6_(4.7.5 HBRT)");
    tree.file("etc/ld.so.conf.d/aaa.conf", "/opt/s100/lib\n");
    tree.file("opt/s100/lib/libdnn.so", foreign.bytes());
    tree.file("opt/s100/lib/libhbucp.so", "library");
    return root;
  }

  /** The library of the X5's package. */
  static SharedLibrary libdnn() {
    return new SharedLibrary(
        ARM64,
        FUNCTIONS,
        List.of("hb_mem_module_open"),
        List.of("libcnn_intf.so.1", "libhbrt_bayes_aarch64.so", "libc.so.6"),
        "log\0" + VERSION + "\0more");
  }

  private void board(String soc, String model, String image) throws IOException {
    release("Ubuntu 22.04.5 LTS");
    file("etc/version", image + "\n");
    file("lib/ld-linux-aarch64.so.1", "loader");
    if (!soc.isEmpty()) {
      file("sys/class/socinfo/soc_name", soc + "\n");
    }
    link("proc/device-tree", "/sys/firmware/devicetree/base");
    file("sys/firmware/devicetree/base/model", model + "\0");
    pool("ion_reserved@a4100000", 512);
    pool("ion_carveout@c4100000", 512);
    pool("linux,cma", 184);
    file("proc/meminfo", "MemTotal:  4000000 kB\nCmaTotal:   188416 kB\nCmaFree:    150000 kB\n");
    user("sunrise", ownerUid() + 1, List.of(ownerGid() + 1, ownerGid()), "sunrise");
  }

  private void release(String name) throws IOException {
    file("usr/lib/os-release", "ID=some\nPRETTY_NAME=\"" + name + "\"\n");
    link("etc/os-release", "../usr/lib/os-release");
    file("proc/sys/kernel/osrelease", "6.1.83\n");
  }

  private void pool(String name, long mebibytes) throws IOException {
    byte[] cells = ByteBuffer.allocate(16).putLong(0xa4100000L).putLong(mebibytes << 20).array();
    file("sys/firmware/devicetree/base/reserved-memory/" + name + "/reg", cells);
  }

  private void user(String name, int uid, List<Integer> gids, String members) throws IOException {
    file(
        "etc/passwd",
        "root:x:%d:%d::/root:/bin/bash%n%s:x:%d:%d::/home/user:/bin/bash%n"
            .formatted(ownerUid(), ownerGid(), name, uid, gids.get(0)));
    file(
        "etc/group",
        "misc:x:%d:%s%n%s:x:%d:%n".formatted(ownerGid(), members, name, ownerGid() + 1)
            + "users:x:%d:%n".formatted(ownerGid() + 2));
    StringBuilder groups = new StringBuilder();
    gids.forEach(gid -> groups.append(gid).append(' '));
    file(
        "proc/self/status",
        "Name:\tjava%nUid:\t%1$d\t%1$d\t%1$d\t%1$d%nGid:\t%2$d\t%2$d\t%2$d\t%2$d%nGroups:\t%3$s%n"
            .formatted(uid, gids.get(0), groups));
  }

  private void libraries(SharedLibrary libdnn, String runtime) throws IOException {
    file("usr/lib/libdnn.so", libdnn.bytes());
    file("usr/lib/" + runtime, "library");
    file("usr/hobot/lib/libcnn_intf.so.1", "library");
    file("etc/ld.so.conf.d/hobot-meltimedia.conf", "/usr/hobot/lib\n/usr/hobot/lib/sensor\n");
    file(
        "var/lib/dpkg/status",
        """
        Package: bash
        Version: 5.1

        Package: hobot-dnn
        Status: install ok installed
        Version: 3.0.4

        """);
  }

  private void devices() throws IOException {
    for (String name : List.of("bpu", "bpu_core0", "ion")) {
      Path device = file("dev/" + name, "");
      Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("rw-rw-r--"));
    }
  }

  private void clocks(String governor, String bpuHertz) throws IOException {
    String cpu = "sys/devices/system/cpu/cpufreq/policy0/";
    file(cpu + "scaling_governor", governor + "\n");
    file(cpu + "scaling_min_freq", "300000\n");
    file(cpu + "scaling_max_freq", "1500000\n");
    file(cpu + "scaling_cur_freq", "1200000\n");
    if (!bpuHertz.isEmpty()) {
      String bpu = "sys/devices/system/bpu/";
      file(bpu + "core_num", "1\n");
      file(bpu + "bpu0/ratio", "0\n");
      String clock = bpu + "bpu0/devfreq/3a000000.bpu/";
      file(clock + "cur_freq", "500000000\n");
      file(clock + "max_freq", bpuHertz + "\n");
      file(clock + "governor", "userspace\n");
      file(clock + "available_frequencies", "500000000 1000000000\n");
    }
  }

  private void temperatures(int... millidegrees) throws IOException {
    for (int i = 0; i < millidegrees.length; i++) {
      file("sys/class/hwmon/hwmon0/temp" + (i + 1) + "_input", millidegrees[i] + "\n");
    }
  }

  private void cooling(String device, String type, int step) throws IOException {
    file("sys/class/thermal/" + device + "/type", type + "\n");
    file("sys/class/thermal/" + device + "/cur_state", step + "\n");
  }

  private void java(String version, String architecture) throws IOException {
    file(
        "usr/lib/jvm/java/release",
        "IMPLEMENTOR=\"Ubuntu\"\nJAVA_VERSION=\"%s\"\nOS_ARCH=\"%s\"\n"
            .formatted(version, architecture));
  }

  private void fonts() throws IOException {
    file("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "font");
    file("usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "font");
  }

  private int ownerUid() throws IOException {
    return (Integer) Files.getAttribute(probe(), "unix:uid");
  }

  private int ownerGid() throws IOException {
    return (Integer) Files.getAttribute(probe(), "unix:gid");
  }

  private Path probe() throws IOException {
    return file("etc/hostname", "board\n");
  }

  private Path file(String path, String content) throws IOException {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private void link(String path, String target) throws IOException {
    Path link = root.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
  }
}
