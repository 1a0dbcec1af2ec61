// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What one POM says itself; what it inherits stands in its parent's. */
record PomFile(Element project) {
  static PomFile read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new PomFile(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("not a POM: " + file, e);
    }
  }

  /** The names of its licenses; empty when it inherits them. */
  List<String> licenses() {
    return children(project, "licenses")
        .flatMap(licenses -> children(licenses, "license"))
        .flatMap(license -> children(license, "name"))
        .map(name -> name.getTextContent().strip().replaceAll("\\s+", " "))
        .toList();
  }

  /** Its parent as {@code group:artifact:version}. */
  Optional<String> parent() {
    return children(project, "parent").map(PomFile::coordinates).findFirst();
  }

  /** The dependencies that it names as {@code group:artifact}, without those for tests. */
  List<String> dependencies() {
    return dependencies(Stream.of(project));
  }

  /** What it chooses the version of, as {@code group:artifact}. */
  List<String> managed() {
    return dependencies(children(project, "dependencyManagement"));
  }

  private static List<String> dependencies(Stream<Element> holders) {
    return holders
        .flatMap(holder -> children(holder, "dependencies"))
        .flatMap(dependencies -> children(dependencies, "dependency"))
        .filter(dependency -> !text(dependency, "scope").equals("test"))
        .map(dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
        .toList();
  }

  private static String coordinates(Element element) {
    return String.join(
        ":", text(element, "groupId"), text(element, "artifactId"), text(element, "version"));
  }

  private static String text(Element element, String name) {
    return children(element, name)
        .map(child -> child.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static Stream<Element> children(Element element, String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getNodeName().equals(name));
  }
}
