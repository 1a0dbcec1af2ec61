// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatDoorTest {
  private final Path photo = Path.of(System.getProperty("photo"));

  private static Classifier scripted(float cat, float dog) {
    return Classifier.builder()
        .runtime(ScriptedRuntime.builder().scores(cat, dog).build())
        .labels(Labels.of(List.of("cat", "dog")))
        .open();
  }

  @Test
  void opensForACat() throws IOException {
    try (Classifier classifier = scripted(0.9f, 0.1f)) {
      assertTrue(new CatDoor(classifier).opensFor(photo));
    }
  }

  @Test
  void staysShutForADog() throws IOException {
    try (Classifier classifier = scripted(0.1f, 0.9f)) {
      assertFalse(new CatDoor(classifier).opensFor(photo));
    }
  }

  @Test
  void staysShutWhenTheClassifierIsBusy() throws IOException {
    Classifier classifier = mock(Classifier.class);
    when(classifier.classify(photo)).thenThrow(new ClassifierBusyException("2 in flight"));
    assertFalse(new CatDoor(classifier).opensFor(photo));
    verify(classifier).classify(photo);
  }

  @Test
  void opensForTheCatOnThePhoto() throws IOException {
    try (Classifier classifier = Classifier.openDefault()) {
      assertTrue(new CatDoor(classifier).opensFor(photo));
    }
  }
}
