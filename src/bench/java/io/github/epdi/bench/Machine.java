package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where and when a run was made. */
final class Machine {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** What a reader needs to know, in order. */
  static Map<String, String> facts(Bench bench) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now(java.time.ZoneOffset.UTC).toString());
    facts.put("effort", bench.effort().name().toLowerCase(java.util.Locale.ROOT));
    facts.put("processor", processor());
    facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("java", Runtime.version().toString());
    bench.python().versions().forEach((name, version) -> facts.put("peers: " + name, version));
    return facts;
  }

  /** Whether the processor multiplies numbers of 16 bits, as model.precision bfloat16 needs. */
  static boolean hasBfloat16() throws IOException {
    return processor().contains("bf16");
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(CPU)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU)) {
      Map<String, String> first = new LinkedHashMap<>();
      lines
          .map(line -> line.split("\\s*:\\s*", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> first.putIfAbsent(pair[0], pair[1]));
      String flags = " " + first.getOrDefault("flags", "") + " ";
      StringBuilder text = new StringBuilder(first.getOrDefault("model name", "unknown"));
      text.append(" (family ").append(first.get("cpu family"));
      text.append(", model ").append(first.get("model")).append(')');
      for (String wanted : new String[] {"avx512f", "avx512_bf16", "amx_bf16"}) {
        text.append(flags.contains(" " + wanted + " ") ? ", " + wanted : "");
      }
      return text.toString();
    }
  }
}
