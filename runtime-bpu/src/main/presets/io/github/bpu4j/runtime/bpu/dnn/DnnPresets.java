// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.dnn;

import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.tools.Info;
import org.bytedeco.javacpp.tools.InfoMap;
import org.bytedeco.javacpp.tools.InfoMapper;

/**
 * How JavaCPP turns {@code hb_dnn.h} and {@code shim.h} into this package.
 *
 * <p>Integers stay integers, handles become opaque classes by themselves, and of the overloads that
 * the parser would write for strings and pointers to pointers only the ones in use remain.
 */
@Properties(
    value =
        @Platform(
            value = {"linux-x86_64", "linux-arm64"},
            cinclude = {"bpu4j/hb_dnn.h", "shim.h"},
            library = "jnibpu4jdnn"),
    target = "io.github.bpu4j.runtime.bpu.dnn",
    global = "io.github.bpu4j.runtime.bpu.dnn.Dnn")
public class DnnPresets implements InfoMapper {
  private static final String METHOD = "@NoException public static native ";

  @Override
  public void map(InfoMap infoMap) {
    infoMap
        .put(new Info("int32_t").valueTypes("int").pointerTypes("IntPointer"))
        .put(new Info("uint32_t").cast().valueTypes("int").pointerTypes("IntPointer"))
        .put(new Info("uint64_t").cast().valueTypes("long").pointerTypes("LongPointer"));
    strings(infoMap);
    unused(infoMap);
  }

  private static void strings(InfoMap infoMap) {
    method(
        infoMap,
        "hbDNNInitializeFromFiles",
        "int",
        "@ByPtrPtr hbPackedDNNHandle_t packed, @Cast(\"const char**\") PointerPointer paths,"
            + " int count");
    method(
        infoMap,
        "hbDNNGetModelNameList",
        "int",
        "@Cast(\"const char***\") PointerPointer names, IntPointer count,"
            + " hbPackedDNNHandle_t packed");
    method(
        infoMap,
        "hbDNNGetModelHandle",
        "int",
        "@ByPtrPtr hbDNNHandle_t model, hbPackedDNNHandle_t packed,"
            + " @Cast(\"const char*\") BytePointer name");
    String name = "@Cast(\"const char**\") PointerPointer name, hbDNNHandle_t model, int index";
    method(infoMap, "hbDNNGetInputName", "int", name);
    method(infoMap, "hbDNNGetOutputName", "int", name);
    method(
        infoMap,
        "hbDNNInfer",
        "int",
        "@ByPtrPtr hbDNNTaskHandle_t task, @Cast(\"hbDNNTensor**\") PointerPointer outputs,"
            + " @Const hbDNNTensor inputs, hbDNNHandle_t model, hbDNNInferCtrlParam control");
    String path =
        "@Cast(\"const char*\") BytePointer path, @Cast(\"char*\") BytePointer message,"
            + " int messageSize";
    method(infoMap, "bpu4j_open", "Pointer", path);
    method(infoMap, "bpu4j_preload", "int", path);
    method(
        infoMap,
        "bpu4j_has",
        "int",
        "Pointer library, @Cast(\"const char*\") BytePointer function");
  }

  private static void method(InfoMap infoMap, String name, String result, String parameters) {
    infoMap.put(
        new Info(name).javaText(METHOD + result + " " + name + "(" + parameters + ");"));
  }

  /** Not called from Java: the shim tells the version, the rest no classifier needs. */
  private static void unused(InfoMap infoMap) {
    for (String name :
        new String[] {
          "hbDNNGetVersion",
          "hbDNNInitializeFromDDR",
          "hbDNNRoiInfer",
          "hbDNNRoi",
          "hbDNNSetTaskDoneCb",
          "hbDNNTaskDoneCb",
          "hbSysRegisterMem",
          "hbSysUnregisterMem",
          "hbSysWriteMem",
          "hbSysReadMem",
          "hbDNNGetModelDesc",
          "hbDNNGetModelTag"
        }) {
      infoMap.put(new Info(name).skip());
    }
  }
}
