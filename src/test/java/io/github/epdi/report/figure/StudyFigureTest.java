package io.github.epdi.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.tables.study.StudySummaryRow;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class StudyFigureTest {
  @Test
  void everyShareIsAPointAndHigherErrorsAreHigherUp() throws Exception {
    Document svg =
        SvgFile.parse(
            new StudyFigure(
                    List.of(
                        row("random", 0.1, 0.2),
                        row("random", 0.5, 0.05),
                        row("by-material", 0.67, 0.3)))
                .svg());
    List<Element> circles = elements(svg);
    List<String> titles = circles.stream().map(Element::getTextContent).toList();
    assertThat(titles)
        .contains(
            "densenet121, synthetic, planes 64: 0.2000 eV at 10 %",
            "densenet121, synthetic, planes 64: 0.0500 eV at 50 %",
            "bridge rule (DFT neighbours): 0.0200 eV at 10 %");
    // Two networks' points, and two of each of the four baselines; by-material is another story.
    assertThat(titles).hasSize(2 + 4 * 2);
    double high = Double.parseDouble(circles.get(0).getAttribute("cy"));
    double low = Double.parseDouble(circles.get(1).getAttribute("cy"));
    assertThat(low).isGreaterThan(high);
  }

  private static List<Element> elements(Document svg) {
    NodeList found = svg.getElementsByTagName("circle");
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static StudySummaryRow row(String split, double fraction, double mae) throws Exception {
    Map<String, Object> values =
        Map.of(
            "setting.network.architecture",
            "densenet121",
            "setting.network.start",
            "synthetic",
            "setting.image.encoding",
            "planes",
            "setting.task.target",
            "direct",
            "setting.task.split",
            split,
            "setting.task.saddleFraction",
            fraction,
            "errors.mae.valueEv",
            mae,
            "baselines.bridgeRule.mae.valueEv",
            0.02);
    return (StudySummaryRow) made(StudySummaryRow.class, "", values);
  }

  /** A record whose parts are made in the same way; numbers that nobody names are 64 and 0.5. */
  private static Object made(Class<?> type, String path, Map<String, Object> values)
      throws Exception {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> part = components[i].getType();
      String name = path + components[i].getName();
      Object other = part == int.class ? (Object) 64 : 0.5;
      arguments[i] =
          part.isRecord() ? made(part, name + ".", values) : values.getOrDefault(name, other);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }
}
