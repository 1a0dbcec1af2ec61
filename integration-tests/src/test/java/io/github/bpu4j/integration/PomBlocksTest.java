// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The Maven files in the docs name artifacts, versions and plugins as this build has them. */
class PomBlocksTest {
  private static final Path ROOT = Repository.root();
  private static final Pattern BLOCK =
      Pattern.compile("^```xml\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void ourArtifactsAreInTheBomWithThisVersion() throws Exception {
    Element parent = parse(Files.readString(ROOT.resolve("pom.xml")));
    String version = text(parent, "version");
    Element bom = parse(Files.readString(ROOT.resolve("bom/pom.xml")));
    List<String> known = new ArrayList<>(List.of("bpu4j-bom"));
    for (Element managed : all(bom, ".//dependency")) {
      known.add(text(managed, "artifactId"));
    }
    for (Element block : blocks()) {
      for (Element dependency : all(block, ".//dependency[groupId='io.github.bpu4j']")) {
        assertThat(text(dependency, "artifactId")).isIn(known);
        boolean managed = !all(block, ".//dependencyManagement").isEmpty();
        assertThat(text(dependency, "version")).isIn(version, managed ? "" : version);
      }
    }
  }

  @Test
  void aWholeFileTakesThePluginsOfThisBuild() throws Exception {
    Element parent = parse(Files.readString(ROOT.resolve("pom.xml")));
    List<Element> whole = blocks();
    whole.removeIf(block -> text(block, "project").isEmpty());
    assertThat(whole).as("docs/in-your-build.md and its twin").hasSize(2);
    for (Element block : whole) {
      assertThat(all(block, ".//maven.compiler.release").get(0).getTextContent()).isEqualTo("17");
      List<Element> plugins = all(block, ".//plugin");
      assertThat(plugins).hasSize(4);
      for (Element plugin : plugins) {
        String ours =
            ".//pluginManagement//plugin[artifactId='%s']".formatted(text(plugin, "artifactId"));
        assertThat(text(plugin, "version")).isEqualTo(text(all(parent, ours).get(0), "version"));
      }
      String slf4j = all(parent, ".//slf4j.version").get(0).getTextContent();
      assertThat(text(all(block, ".//dependency[artifactId='slf4j-simple']").get(0), "version"))
          .isEqualTo(slf4j);
    }
  }

  /** Every XML block of the pages, below an element of its own. */
  private static List<Element> blocks() throws Exception {
    List<Element> blocks = new ArrayList<>();
    for (String page : List.of("docs", "docs/zh")) {
      for (String name : List.of("in-your-build.md", "getting-started.md", "testing.md")) {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve(page).resolve(name)));
        while (block.find()) {
          blocks.add(parse("<page>" + block.group(1) + "</page>"));
        }
      }
    }
    assertThat(blocks).hasSizeGreaterThan(5);
    return blocks;
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static List<Element> all(Element element, String path) throws XPathExpressionException {
    NodeList found =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, element, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** The text of a child, or an empty one. */
  private static String text(Element element, String child) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(child)) {
        return node.getTextContent();
      }
    }
    return "";
  }
}
