// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ModelFiles;
import io.github.bpu4j.testsupport.WireTree;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierRequirementsTest {
  @Test
  void theRealFileMeetsThemAll() throws IOException {
    ModelDescription model = read(ModelFiles.real());
    assertThat(ClassifierRequirements.marchObjection(model)).isEmpty();
    assertThat(ClassifierRequirements.inputObjection(model)).isEmpty();
    assertThat(ClassifierRequirements.classes(model, Optional.empty())).hasValue(10);
    assertThat(ClassifierRequirements.classes(model, Optional.of("prob"))).hasValue(10);
  }

  @ParameterizedTest
  @CsvSource({
    "bernoulli2, RDK X3",
    "bayes, RDK Ultra",
    "nash-e, RDK S100",
    "nash-m, RDK S100",
    "saturn, the march saturn,"
  })
  void anotherMarchIsReadAndObjectedTo(String march, String words) throws IOException {
    ModelDescription model = read(ModelFiles.withSetting("MARCH", march));
    assertThat(model.march()).contains(march);
    assertThat(ClassifierRequirements.marchObjection(model).orElseThrow())
        .contains(words)
        .contains("RDK X5 runs bayes-e only");
  }

  @Test
  void aProgramForAnotherMarchIsObjectedToWhateverTheSettingsSay() throws IOException {
    ModelDescription model = read(ModelFiles.withProgramMarch("XYZ"));
    assertThat(ClassifierRequirements.marchObjection(model).orElseThrow())
        .contains("compiled for the march XYZ");
  }

  @Test
  void anythingButOneNv12PictureIsObjectedTo() throws IOException {
    assertThat(inputObjection(ModelFiles.rgb()))
        .contains("takes a picture of type RGB, 48x32, expected one NV12 picture");
    assertThat(inputObjection(ModelFiles.featureMap()))
        .contains("an input of type F32, shape [1, 3, 32, 48]");
    WireTree twoInputs = ModelFiles.tree();
    twoInputs.at(ModelFiles.GRAPH, 0).add(4, ModelFiles.value("x2", 3, 1, 32, 48, 3));
    assertThat(inputObjection(twoInputs.bytes())).contains("takes 2 inputs");
    WireTree odd = ModelFiles.tree();
    odd.at(ModelFiles.GRAPH, 0).set(4, ModelFiles.value("x", 3, 1, 33, 48, 3));
    assertThat(inputObjection(odd.bytes())).contains("a picture of type NV12, 48x33");
    assertThat(inputObjection(ModelFiles.compiled("batch")))
        .contains("takes 3 pictures of type NV12 at once, expected one NV12 picture");
  }

  @Test
  void classesAreThoseOfTheOutputThatIsNamed() throws IOException {
    WireTree file = ModelFiles.tree();
    file.at(ModelFiles.GRAPH, 0).add(5, ModelFiles.value("second", 1, 1, 7));
    ModelDescription model = read(file.bytes());
    assertThat(ClassifierRequirements.classes(model, Optional.of("second"))).hasValue(7);
    assertThat(ClassifierRequirements.classes(model, Optional.of("third"))).isEmpty();
    assertThat(ClassifierRequirements.classes(model, Optional.empty()))
        .as("nobody said which of the two")
        .isEmpty();
  }

  private static String inputObjection(byte[] file) throws IOException {
    return ClassifierRequirements.inputObjection(read(file)).orElseThrow();
  }

  private static ModelDescription read(byte[] file) throws IOException {
    return new CompiledReader(ByteSource.of(file)).read().models().get(0);
  }
}
