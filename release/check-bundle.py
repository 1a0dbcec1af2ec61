# SPDX-License-Identifier: Apache-2.0
"""Checks a bundle as Maven Central does, and that what is in it is whole.

check-bundle.py BUNDLE.zip VERSION TREE: the tree that it was built from.
Signatures are verified with the keys of GNUPGHOME.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

GROUP = "io/github/bpu4j"
POM = "{http://maven.apache.org/POM/4.0.0}"
CHECKSUMS = ("md5", "sha1", "sha256", "sha512")
NATIVE = {
    "bpu4j-runtime-bpu": "io/github/bpu4j/runtime/bpu/dnn/native/{}/libjnibpu4jdnn.so",
    "bpu4j-runtime-native-stubs": "io/github/bpu4j/stubs/{}/libdnn.so",
}
MACHINES = {"linux-x86_64": 62, "linux-arm64": 183}  # e_machine of ELF
BOARD = ("bpu4j-api", "bpu4j-preprocess", "bpu4j-model-file", "bpu4j-runtime-bpu")
OWN_LIMIT = 790_000
WHOLE_LIMIT = 5_000_000

failures = []
counts = {}


def check(holds, message):
    if not holds:
        failures.append(message)
    return holds


def count(what, more=1):
    counts[what] = counts.get(what, 0) + more


class Artifact:
    def __init__(self, folder, name, version):
        self.name = name
        self.folder = folder / GROUP / name / version
        self.prefix = f"{name}-{version}"
        self.pom = xml.parse(self.file(".pom")).getroot() if self.file(".pom").exists() else None

    def file(self, ending):
        return self.folder / (self.prefix + ending)

    def is_jar(self):
        return self.pom is not None and self.pom.findtext(POM + "packaging", "jar") == "jar"


def check_pom(artifact, parent, version):
    pom, name = artifact.pom, artifact.name
    if not check(pom is not None, f"{name}: no POM"):
        return
    inherits = pom.find(POM + "parent") is not None
    for field in ("name", "description"):
        check(pom.findtext(POM + field, "").strip(), f"{name}: the POM has no {field}")
    for field in ("url", "licenses/license/url", "licenses/license/name", "developers/developer/name",
                  "scm/url", "scm/connection", "scm/developerConnection"):
        path = "/".join(POM + part for part in field.split("/"))
        found = pom.findtext(path) or (inherits and parent.findtext(path))
        check(found, f"{name}: neither the POM nor its parent has {field}")
    stated = pom.findtext(POM + "version") or pom.findtext(f"{POM}parent/{POM}version")
    check(stated == version, f"{name}: the POM says version {stated}")
    check("SNAPSHOT" not in artifact.file(".pom").read_text("utf-8"), f"{name}: SNAPSHOT in the POM")
    count("POMs")


def check_jar(artifact, ending, required):
    path = artifact.file(ending)
    if not check(path.exists(), f"{path.name} is missing"):
        return
    with zipfile.ZipFile(path) as jar:
        names = set(jar.namelist())
        check(jar.testzip() is None, f"{path.name} is damaged")
        for name in required:
            check(name in names, f"{path.name} has no {name}")
        for platform, machine in MACHINES.items():
            if ending == ".jar" and artifact.name in NATIVE:
                check_native(path, jar, NATIVE[artifact.name].format(platform), machine)
        check(not any("SNAPSHOT" in name for name in names), f"{path.name} has a file of a snapshot")
        manifest = jar.read("META-INF/MANIFEST.MF").decode()
        check("SNAPSHOT" not in manifest, f"{path.name}: SNAPSHOT in the manifest")
    count("jars")


def check_native(path, jar, name, machine):
    try:
        head = jar.read(name)[:20]
    except KeyError:
        check(False, f"{path.name} has no {name}")
        return
    check(head[:4] == b"\x7fELF", f"{path.name}: {name} is not an ELF file")
    found = int.from_bytes(head[18:20], "little")
    check(found == machine, f"{path.name}: {name} is for machine {found}, not {machine}")
    count("native libraries")


def check_file(path):
    """Its signature and checksums; a signature needs neither."""
    signature = path.with_name(path.name + ".asc")
    if check(signature.exists(), f"{path.name} is not signed"):
        run = subprocess.run(["gpg", "--batch", "--verify", signature, path], capture_output=True)
        check(run.returncode == 0, f"{path.name}: {run.stderr.decode(errors='replace')}")
        count("signatures")
    for kind in CHECKSUMS:
        beside = path.with_name(f"{path.name}.{kind}")
        if beside.exists():
            right = hashlib.new(kind, path.read_bytes()).hexdigest()
            check(beside.read_text().split()[0] == right, f"{beside.name} is wrong")
            count("checksums")
        else:
            check(kind not in ("md5", "sha1"), f"{beside.name} is missing")


def dependencies_by_artifact(tree):
    """What docs/dependencies.txt promises, which the build compares with what Maven resolves."""
    listed, current = {}, None
    for line in (tree / "docs/dependencies.txt").read_text("utf-8").splitlines():
        if line.startswith("bpu4j-"):
            current = listed.setdefault(line, set())
        elif line.startswith("  "):
            current.add(line.split(" | ")[0].strip())
    return listed


def check_bill(artifact, version, promised):
    path = artifact.file("-cyclonedx.json")
    if not check(path.exists(), f"{path.name} is missing"):
        return
    bill = json.loads(path.read_text("utf-8"))
    check(bill.get("bomFormat") == "CycloneDX", f"{path.name} is not CycloneDX")
    check("serialNumber" not in bill, f"{path.name} has a serial number, which no second build has")
    subject = bill["metadata"]["component"]
    check(subject["name"] == artifact.name and subject["version"] == version,
          f"{path.name} is about {subject['name']} {subject['version']}")
    found = set()
    for part in bill.get("components", []):
        if part.get("scope") == "optional":
            continue
        check(part.get("purl") and part.get("licenses"), f"{path.name}: {part['name']} lacks purl or license")
        ours = part.get("group") == "io.github.bpu4j"
        found.add(part["name"] if ours else f"{part['group']}:{part['name']}:{part['version']}")
    if artifact.name == "bpu4j-parent":
        found -= {name for name in found if name.startswith("bpu4j-")}
    check(found == promised, f"{path.name} and docs/dependencies.txt differ in {sorted(found ^ promised)}")
    count("components in bills of materials", len(found))


def check_sizes(artifacts, tree):
    own = {name: artifacts[name].file(".jar").stat().st_size for name in BOARD}
    print("own jars of a board: " + " + ".join(f"{name[6:]} {size:,}" for name, size in own.items())
          + f" = {sum(own.values()):,} bytes of {OWN_LIMIT:,}")
    check(sum(own.values()) <= OWN_LIMIT, f"the own jars of a board take more than {OWN_LIMIT:,} bytes")
    listed = (tree / "runtime-bpu/target/runtime-dependencies.txt").read_text("utf-8")
    others = [Path(file) for file in re.findall(r":(/[^\s:]+\.jar)", listed) if "bpu4j" not in Path(file).name]
    check(others, "runtime-bpu/target/runtime-dependencies.txt names no file")
    whole = sum(own.values()) + sum(file.stat().st_size for file in others)
    print(f"with their {len(others)} dependencies: {whole:,} bytes of {WHOLE_LIMIT:,}")
    check(whole <= WHOLE_LIMIT, f"a board's jars take more than {WHOLE_LIMIT:,} bytes")


def main():
    bundle, version, tree = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    published = subprocess.run([tree / "release/modules"], capture_output=True, text=True, check=True)
    expected = ["bpu4j-parent", *published.stdout.split()]
    with tempfile.TemporaryDirectory() as unpacked:
        with zipfile.ZipFile(bundle) as files:
            files.extractall(unpacked)
        folder = Path(unpacked)
        artifacts = {name: Artifact(folder, name, version) for name in expected}
        found = {path.name for path in (folder / GROUP).iterdir()}
        check(found == set(expected), f"the bundle has {sorted(found)}, expected {sorted(expected)}")
        promised = dependencies_by_artifact(tree)
        for artifact in artifacts.values():
            check_pom(artifact, artifacts["bpu4j-parent"].pom, version)
            if artifact.is_jar():
                license_files = ("META-INF/LICENSE", "META-INF/NOTICE")
                check_jar(artifact, ".jar", license_files)
                check_jar(artifact, "-sources.jar", license_files)
                check_jar(artifact, "-javadoc.jar", ("index.html",))
                check_bill(artifact, version, promised[artifact.name])
        libraries = {name for names in promised.values() for name in names if not name.startswith("bpu4j-")}
        check_bill(artifacts["bpu4j-parent"], version, libraries)
        files = [path for path in folder.rglob("*") if path.is_file()]
        for path in files:
            if path.suffix[1:] not in (*CHECKSUMS, "asc"):
                check_file(path)
        check_sizes(artifacts, tree)
    print(", ".join(f"{number} {what}" for what, number in counts.items()))
    for failure in failures:
        print("FAILED: " + failure)
    if failures:
        print(f"bundle: {len(failures)} checks failed")
        sys.exit(1)
    print(f"bundle: {len(expected)} artifacts, {len(files)} files, all checks passed")


main()
