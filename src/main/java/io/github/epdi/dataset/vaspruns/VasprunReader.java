package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.grid.text.StorageInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a vasprun.xml of VASP 5 or 6 element by element and keeps only the last ionic step. VASP
 * declares no document types or entities, so files that do are rejected.
 */
final class VasprunReader {
  private static final Set<String> SKIPPED =
      Set.of("dos", "eigenvalues", "projected", "dielectricfunction", "dynmat", "primitive_cell");

  private final XMLStreamReader xml;
  private final Deque<String> path = new ArrayDeque<>();
  private final VasprunSettings settings = new VasprunSettings();
  private final VasprunSteps steps = new VasprunSteps();
  private String rows = "";

  private VasprunReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a whole file.
   *
   * @throws UnusableException BAD_FILE if it is not a vasprun.xml, TRUNCATED if its XML is
   *     incomplete
   */
  static VaspOutput read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new VasprunReader(factory.createXMLStreamReader(in)).read();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof StorageInput.StorageException storage) {
        throw storage;
      }
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw UnusableException.of(
          ImportCode.TRUNCATED,
          "a whole " + VaspRuns.VASPRUN,
          "XML that is broken or ends before its end (line " + line + ")");
    }
  }

  private VaspOutput read() throws XMLStreamException {
    boolean whole = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw place().bad("a " + VaspRuns.VASPRUN + " without declarations of types", "DOCTYPE");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        begin(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(path.pop());
        whole = path.isEmpty();
      }
    }
    Set<VaspOutput.Milestone> milestones = EnumSet.noneOf(VaspOutput.Milestone.class);
    if (whole) {
      milestones.add(VaspOutput.Milestone.FINISHED);
    }
    return settings.output(steps, milestones);
  }

  private Place place() {
    return new Place(VaspRuns.VASPRUN, xml.getLocation().getLineNumber());
  }

  private void begin(String element) throws XMLStreamException {
    if (path.isEmpty() && !element.equals("modeling")) {
      throw place().bad("an element modeling", element);
    }
    path.push(element);
    String name = xml.getAttributeValue(null, "name");
    name = name == null ? "" : name.strip();
    switch (element) {
      case "calculation" -> steps.begin();
      case "scstep" -> steps.beginElectronic();
      case "generation" -> settings.scheme(xml.getAttributeValue(null, "param"));
      case "varray" -> {
        rows = name;
        steps.beginRows(name);
      }
      case "i" -> item(name, text());
      case "v" -> vector(name, text());
      case "rc" -> settings.species(columns(), place(), path);
      case "atoms" -> settings.atoms(text(), place());
      default -> {
        if (SKIPPED.contains(element)) {
          skip();
        }
      }
    }
  }

  /** Returns the text of an element without inner ones and closes the element. */
  private String text() throws XMLStreamException {
    String text = xml.getElementText().strip();
    path.pop();
    return text;
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
    path.pop();
  }

  /** Returns the texts of the c elements of a row and closes the row. */
  private List<String> columns() throws XMLStreamException {
    List<String> columns = new ArrayList<>();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        columns.add(xml.getElementText().strip());
      }
    }
    path.pop();
    return columns;
  }

  private void item(String name, String text) {
    if (path.contains("calculation")) {
      if ("energy".equals(path.peek())) {
        steps.energy(name, text, place(), path.contains("scstep"));
      }
    } else {
      settings.item(name, text, path);
    }
  }

  private void vector(String name, String text) {
    if (path.contains("varray")) {
      if (path.contains("calculation") || rows.equals("selective")) {
        steps.row(rows, text, place());
      } else if (rows.equals("kpointlist")) {
        settings.countPoint();
      }
    } else {
      settings.vector(name, text, path);
    }
  }

  private void end(String element) {
    if (element.equals("calculation")) {
      steps.end();
    }
  }
}
