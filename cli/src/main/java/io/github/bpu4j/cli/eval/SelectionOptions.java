// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.evaluation.data.Selection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options that choose some of the pictures. */
final class SelectionOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N pictures.")
  private @Nullable Long limit;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Only N pictures at random, the same ones for the same --seed.")
  private @Nullable Long sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which pictures --sample chooses (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      converter = ShardConverter.class,
      description = "Only the K-th of N parts of these pictures; see 'bpu4j eval merge'.")
  private Selection.Shard shard = Selection.all().shard();

  /** The pictures that the options choose. */
  Selection selection() {
    if (limit != null && sample != null) {
      throw usage("--limit and --sample exclude each other");
    }
    try {
      Selection whole =
          limit != null
              ? Selection.first(limit)
              : sample != null ? Selection.sample(sample, seed) : Selection.all();
      return whole.shard(shard.number(), shard.of());
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /** Parses {@code 3/8}. */
  static final class ShardConverter implements ITypeConverter<Selection.Shard> {
    @Override
    public Selection.Shard convert(String text) {
      int slash = text.indexOf('/');
      try {
        return new Selection.Shard(
            Integer.parseInt(text.substring(0, Math.max(0, slash))),
            Integer.parseInt(text.substring(slash + 1)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a shard; use a form like 3/8, from 1/8 to 8/8");
      }
    }
  }
}
