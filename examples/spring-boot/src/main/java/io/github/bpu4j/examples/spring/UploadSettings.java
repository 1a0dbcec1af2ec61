// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the server takes on.
 *
 * @param maxSize of one picture, in multipart forms and raw bodies
 * @param parallel pictures that are decoded and classified at the same time; the others wait
 * @param longestWait for that; then the client is asked to retry
 */
@ConfigurationProperties("uploads")
record UploadSettings(
    @DefaultValue("10MB") DataSize maxSize,
    @DefaultValue("3") int parallel,
    @DefaultValue("10s") Duration longestWait) {}
