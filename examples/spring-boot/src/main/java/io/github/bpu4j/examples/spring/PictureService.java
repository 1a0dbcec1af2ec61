// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The application: {@code application.yaml} has its settings, {@code static} its page. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
public final class PictureService {

  /** Starts the server on port 8080. */
  public static void main(String[] args) {
    SpringApplication.run(PictureService.class, args);
  }
}
