// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which users can change a folder; tests with files of other users need root. */
@DisabledOnOs(OS.WINDOWS)
class OwnershipTest {
  private static final int NOBODY = 65534;
  private static final int ADA = 4001;
  private static final int ADAS_GROUP = 4002;
  private static final int SHARED_GROUP = 4003;
  private static final int UNKNOWN_GROUP = 4004;
  private static final PrivateGroups GROUPS =
      PrivateGroups.parse(
          List.of("root:x:0:0::/root:", "ada:x:4001:4002::/home/ada:", "bob:x:4005:4006:::"),
          List.of("root:x:0:", "ada:x:4002:", "shared:x:4003:ada,bob"));

  private static final UserIdMap ALL = UserIdMap.parse(List.of("0 0 4294967295"));
  private static final UserIdMap ADA_ALONE = UserIdMap.parse(List.of("4001 4001 1"));

  @TempDir Path top;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    top = top.toRealPath();
    folder = Files.createDirectories(top.resolve("above/own"));
  }

  private static void set(Path path, String attribute, int value) throws IOException {
    Files.setAttribute(path, "unix:" + attribute, value);
  }

  private static void assumeRoot() throws IOException {
    assumeTrue(ThisUser.uid() == 0, "needs root, to give files away");
  }

  /** The folder as Ada's, of a group, with a mode. */
  private void give(int group, int mode) throws IOException {
    assumeRoot();
    set(top, "uid", ADA);
    for (Path each : List.of(folder.getParent(), folder)) {
      set(each, "uid", ADA);
      set(each, "gid", group);
      set(each, "mode", mode);
    }
  }

  private static UnixOwnership ada() {
    return new UnixOwnership(ADA, 0, ALL, GROUPS);
  }

  private void assertWritable(Path element) {
    assertThatThrownBy(() -> ada().requireTrustedPath(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(element + " can be written by others (mode 0")
        .hasMessageEndingWith("chmod go-w " + element);
    assertThatThrownBy(() -> ada().requireOwn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("chmod go-w " + folder);
  }

  @Test
  void acceptsWhatThisUserMade() throws IOException {
    Ownership.ofThisUser().requireTrustedPath(folder);
    set(folder, "mode", 0755);
    Ownership.ofThisUser().requireOwn(folder);
  }

  @Test
  void acceptsTheWritingGroupThatIsTheUsersOwn() throws IOException {
    give(ADAS_GROUP, 0775);
    assertThatCode(() -> ada().requireTrustedPath(folder)).doesNotThrowAnyException();
    assertThatCode(() -> ada().requireOwn(folder)).doesNotThrowAnyException();
  }

  @Test
  void refusesAWritingGroupWithOtherMembers() throws IOException {
    give(SHARED_GROUP, 0775);
    assertWritable(folder.getParent());
  }

  @Test
  void refusesAWritingGroupWithUnknownMembers() throws IOException {
    give(UNKNOWN_GROUP, 0770);
    assertWritable(folder.getParent());
  }

  @Test
  void acceptsAnyGroupThatOnlyReads() throws IOException {
    give(SHARED_GROUP, 0755);
    assertThatCode(() -> ada().requireTrustedPath(folder)).doesNotThrowAnyException();
    assertThatCode(() -> ada().requireOwn(folder)).doesNotThrowAnyException();
  }

  @Test
  void refusesWhatAllCanWrite() throws IOException {
    set(folder.getParent(), "mode", 0777);
    assertThatThrownBy(() -> Ownership.ofThisUser().requireTrustedPath(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder.getParent() + " can be written by others (mode 0777)");
  }

  @Test
  void acceptsAStickyFolderAboveAndNotAsItsOwn() throws IOException {
    set(folder.getParent(), "mode", 01777);
    Ownership own = Ownership.ofThisUser();
    assertThatCode(() -> own.requireTrustedPath(folder)).doesNotThrowAnyException();
    assertThatThrownBy(() -> own.requireOwn(folder.getParent()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can be written by others (mode 1777)");
  }

  @Test
  void refusesWhatBelongsToSomebodyElse() throws IOException {
    assumeRoot();
    set(folder.getParent(), "uid", NOBODY);
    Ownership own = Ownership.ofThisUser();
    assertThatThrownBy(() -> own.requireTrustedPath(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder.getParent() + " belongs to nobody")
        .hasMessageContaining("; expected root or this user: run chown ")
        .hasMessageEndingWith(folder.getParent() + ", or use another folder");
    assertThatThrownBy(() -> own.requireOwn(folder.getParent()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to nobody, expected this user: run chown ")
        .hasMessageEndingWith(folder.getParent() + ", or use another folder");
  }

  @Test
  void trustsRootsFoldersAboveAndNotAsItsOwn() throws IOException {
    assumeRoot();
    assertThatCode(() -> ada().requireTrustedPath(folder)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ada().requireOwn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to root, expected this user: run chown 4001 " + folder);
  }

  /** A user namespace without the host's root shows it as the overflow uid, like all others. */
  @Test
  void trustsTheOverflowUserOnlyOutsideSharedFolders() throws IOException {
    give(ADAS_GROUP, 0755);
    set(folder.getParent(), "uid", NOBODY);
    UnixOwnership mapped = new UnixOwnership(ADA, NOBODY, ALL, GROUPS);
    assertThatCode(() -> mapped.requireTrustedPath(folder)).doesNotThrowAnyException();
    UnixOwnership unmapped = new UnixOwnership(ADA, NOBODY, ADA_ALONE, GROUPS);
    assertThat(unmapped.isTrusted(NOBODY, false)).isTrue();
    set(top, "mode", 01777);
    assertThatThrownBy(() -> unmapped.requireTrustedPath(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder.getParent() + " belongs to nobody, who could replace");
  }

  @Test
  void refusesToOwnAnythingAsAUserWhoIsNotMapped() throws IOException {
    give(ADAS_GROUP, 0755);
    Path file = Files.createFile(folder.resolve("file"));
    set(file, "uid", ADA);
    set(file, "mode", 0100600);
    assertThat(ada().isOwnFile(file)).isTrue();
    UnixOwnership unmapped = new UnixOwnership(ADA, 0, UserIdMap.parse(List.of()), GROUPS);
    assertThat(unmapped.isOwnFile(file)).isFalse();
    assertThatThrownBy(() -> unmapped.requireOwn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder + " may belong to any user: ")
        .hasMessageEndingWith("unshare --map-current-user");
  }

  @Test
  void knowsAnOwnFileByOwnerModeAndType() throws IOException {
    Ownership own = Ownership.ofThisUser();
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThat(own.isOwnFile(folder.resolve("absent"))).isFalse();
    assertThat(own.isOwnFile(folder)).isFalse();
    assertThat(own.isOwnFile(Files.createSymbolicLink(folder.resolve("link"), file))).isFalse();
    set(file, "mode", 0100644);
    assertThat(own.isOwnFile(file)).isTrue();
    set(file, "mode", 0100664);
    assertThat(own.isOwnFile(file)).isFalse();
    set(file, "mode", 0100606);
    assertThat(own.isOwnFile(file)).isFalse();
  }

  @Test
  void looksAtTheOwnerAloneWhereThereAreNoModes() throws IOException {
    OwnerAttribute own = OwnerAttribute.ofThisUser();
    own.requireTrustedPath(folder);
    assertThatCode(() -> own.requireOwn(folder)).doesNotThrowAnyException();
    assertThat(own.isOwnFile(Files.createFile(folder.resolve("file")))).isTrue();
    assertThat(own.isOwnFile(folder)).isFalse();
    OwnerAttribute other = new OwnerAttribute(() -> "other");
    assertThat(other.isOwnFile(folder.resolve("file"))).isFalse();
    assertThatThrownBy(() -> other.requireOwn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("expected other; change its owner, or use another folder");
  }
}
