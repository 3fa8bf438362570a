package io.github.epdi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the reader understood of grid files, and why a file would be rejected. */
@Command(
    name = "inspect",
    description = "Shows what the reader understands of grid files, and why one would be rejected.",
    footer = {
      "",
      "Electronic levels beside a grid are shown with it; without them it says what it looked for.",
      "Exit code 0 if every file can be screened, 2 if one would be rejected or cannot be opened.",
      "Example: epdi inspect --json runs/*/LOCPOT"
    },
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Grid files, local or by URI.")
  private List<String> files;

  @Option(names = "--json", description = "Print JSON: an object for one file, an array for more.")
  private boolean json;

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      defaultValue = "TOP",
      description = "Side of the slab: top, bottom, both (default: top).")
  private SideOption side;

  @Mixin private PotentialOptions potential;

  @Override
  public Integer call() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    Configuration configuration = new Configuration();
    GridFiles grids = new GridFiles(configuration);
    InspectLevels levels = new InspectLevels(configuration);
    List<ObjectNode> nodes = new ArrayList<>();
    int exit = ExitCodes.DONE;
    for (String file : files) {
      try {
        GridReading reading = grids.read(file, request());
        ObjectNode node = InspectJson.of(mapper, file, reading);
        levels.add(node, file, reading, side.sides());
        nodes.add(node);
        if (!json) {
          InspectText.print(node, out());
        }
        exit = reading instanceof GridReading.Rejected ? ExitCodes.BAD_INPUT : exit;
      } catch (UncheckedIOException e) {
        spec.commandLine().getErr().println(ExitCodes.oneLine(e));
        nodes.add(mapper.createObjectNode().put("file", file).put("error", ExitCodes.oneLine(e)));
        exit = ExitCodes.BAD_INPUT;
      }
    }
    if (json) {
      ArrayNode array = mapper.createArrayNode().addAll(nodes);
      Object shown = nodes.size() == 1 ? nodes.get(0) : array;
      out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(shown));
    }
    return exit;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ReadingRequest request() {
    return new ReadingRequest(
        side.sides(),
        List.of(),
        potential.conventions(),
        GridLimits.DEFAULT,
        0.05,
        ReadingRequest.Depth.ALL_THAT_CAN_BE_READ);
  }
}
