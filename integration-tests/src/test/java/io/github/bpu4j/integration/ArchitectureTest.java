// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the dependencies of docs/architecture.md, and the rules for types in CONTRIBUTING.md. */
class ArchitectureTest {
  private static final String ROOT = "io.github.bpu4j.";
  private static final String GENERATED = ROOT + "runtime.bpu.dnn..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.bpu4j");

  @ParameterizedTest(name = "{0} knows only {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "preprocess    | ''",
        "modelfile     | ''",
        "testsupport   | ''",
        "stubs         | ''",
        "api           | preprocess",
        "models        | api preprocess",
        "video         | api preprocess",
        "evaluation    | api preprocess",
        "testkit       | api preprocess",
        "runtime.onnx  | api preprocess modelfile",
        "runtime.bpu   | api preprocess modelfile",
        "runtime.simulator | api preprocess modelfile",
        "micrometer    | api preprocess",
        "spring        | api preprocess micrometer",
      })
  void arrowsPointDown(String module, String below) {
    List<String> allowed =
        Stream.concat(
                Stream.of(module), Arrays.stream(below.split(" ")).filter(name -> !name.isEmpty()))
            .map(name -> ROOT + name + "..")
            .toList();
    DescribedPredicate<JavaClass> elsewhere =
        resideOutsideOfPackage("io.github.bpu4j..")
            .or(resideInAnyPackage(allowed.toArray(String[]::new)));
    assertThat(CLASSES.that(resideInAPackage(ROOT + module + ".."))).as(module).isNotEmpty();
    classes()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .onlyDependOnClassesThat(elsewhere)
        .check(CLASSES);
  }

  @Test
  void modulesFormNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.github.bpu4j.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void everyClassIsFinalSealedRecordEnumOrInterface() {
    classes()
        .that()
        .resideOutsideOfPackage(GENERATED)
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .and()
        .haveSimpleNameNotEndingWith("Contract") // JUnit suites, which are meant to be extended
        .and(notGenerated())
        .should(beFinalOrSealed())
        .check(CLASSES);
  }

  @Test
  void librariesWriteOnNoStandardStream() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "cli..", ROOT + "examples..", GENERATED)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> notGenerated() {
    return DescribedPredicate.describe(
        "are not synthetic", type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static ArchCondition<JavaClass> beFinalOrSealed() {
    return new ArchCondition<>("be final or sealed") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean closed =
            type.getModifiers().contains(JavaModifier.FINAL) || type.reflect().isSealed();
        events.add(
            new SimpleConditionEvent(
                type, closed, type.getName() + (closed ? " is" : " is not") + " final or sealed"));
      }
    };
  }
}
