// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import io.github.bpu4j.models.ZooOrder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bpu4j models}: lists the published classifiers. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists the classifiers that D-Robotics publishes for the RDK X5, without using the network.",
      "All figures are published ones. Only 'models get' downloads."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j models --family mobilenetv2",
      "  bpu4j models get resnet18",
      "  bpu4j classify --model resnet18 photo.jpg"
    })
public final class ModelsCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--family", paramLabel = "FAMILY", description = "Only models of this family.")
  private @Nullable String family;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "Order: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); best first.")
  private ZooOrder order = ZooOrder.NAME;

  @Option(names = "--json", description = "Print one JSON object per model, one per line.")
  private boolean json;

  private ModelsCommand(Streams streams) {
    this.streams = streams;
  }

  /** Returns the command with its subcommands. */
  public static CommandLine with(Streams streams) {
    return new CommandLine(new ModelsCommand(streams))
        .addSubcommand("show", new ShowCommand(streams))
        .addSubcommand("get", new GetCommand(streams))
        .addSubcommand("verify", new VerifyCommand(streams))
        .addSubcommand("remove", new RemoveCommand(streams));
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    Cached cached = Cached.of(command);
    List<ZooModel> models = chosen(command).stream().sorted(order.comparator()).toList();
    if (!json) {
      streams.result(ModelsTable.heading(streams.texts()));
    }
    for (ZooModel model : models) {
      streams.result(
          json
              ? ModelJson.line(model, cached)
              : ModelsTable.row(model, cached.shown(model), streams.texts()));
    }
    if (!json) {
      streams.result(ModelsTable.footer(streams.texts()));
    }
    return ExitCode.OK;
  }

  private List<ZooModel> chosen(CommandSpec command) {
    if (family == null) {
      return ModelZoo.models();
    }
    List<ZooModel> members = ModelZoo.family(family);
    if (members.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "--family: there is no family '%s'; choose from %s"
              .formatted(family, String.join(", ", ModelZoo.families())));
    }
    return members;
  }
}
