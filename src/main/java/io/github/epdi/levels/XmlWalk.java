package io.github.epdi.levels;

import io.github.epdi.grid.text.DecimalParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML file once, in bounded memory: elements begin and end, and the text of one is
 * kept only where it is asked for. No document types, no entities of the file's own, nothing from
 * outside, no deeper than {@value #DEEPEST} elements.
 */
final class XmlWalk {
  /** What is told while walking. */
  interface Visitor {
    /** An element begins; {@link XmlWalk#path} ends with it. */
    void begin(XmlWalk at);

    /** An element ends; {@link XmlWalk#path} still ends with it. */
    void end(XmlWalk at);
  }

  static final int DEEPEST = 64;
  private static final int MOST_NAMES = 2000;
  private static final int LONGEST_TEXT = 1 << 22;

  private final XMLStreamReader reader;
  private final List<String> path = new ArrayList<>();
  private final Deque<String> names = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private final StringBuilder text = new StringBuilder();
  private final DecimalParser parser = new DecimalParser();
  private boolean keeping;

  XmlWalk(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("something from outside of the file");
        });
    reader = factory.createXMLStreamReader(new MarkupGuard(in));
  }

  /**
   * Walks to the end of the file.
   *
   * @throws BadLevelsException if it is no whole XML file within the bounds
   */
  static void through(InputStream in, Visitor visitor) throws IOException {
    try {
      new XmlWalk(in).walk(visitor);
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new BadLevelsException("a whole XML file", said(e), line);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The parser's own words, without its position before them. */
  private static String said(XMLStreamException e) {
    String said = String.valueOf(e.getMessage());
    int message = said.indexOf("Message: ");
    return '"' + (message < 0 ? said : said.substring(message + 9)).strip() + '"';
  }

  private void walk(Visitor visitor) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          enter();
          visitor.begin(this);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          visitor.end(this);
          keeping = false;
          path.remove(path.size() - 1);
          names.pop();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new BadLevelsException("XML without entities of its own", "one", line());
        default -> {} // comments, instructions, blanks
      }
    }
  }

  private void enter() {
    know(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      know(reader.getAttributeLocalName(i));
    }
    if (path.size() == DEEPEST) {
      throw new BadLevelsException("at most " + DEEPEST + " nested elements", "more", line());
    }
    path.add(reader.getLocalName());
    String name = attribute("name");
    names.push(name == null ? "" : name);
    keeping = false;
  }

  /** The parser remembers every name: a file of ever new ones would fill the memory. */
  private void know(String name) {
    if (known.add(name) && known.size() > MOST_NAMES) {
      throw new BadLevelsException("at most " + MOST_NAMES + " names", "more", line());
    }
  }

  private void characters() {
    if (keeping) {
      if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
        throw new BadLevelsException(
            "texts of at most " + LONGEST_TEXT + " characters", "a longer one", line());
      }
      text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
  }

  /** How many elements are open. */
  int depth() {
    return path.size();
  }

  /** Whether these elements are open, and no others, the outermost first. */
  boolean isAt(String... elements) {
    return path.size() == elements.length && isWithin(elements);
  }

  /** Whether these elements are open, the outermost first. */
  boolean isWithin(String... elements) {
    if (path.size() < elements.length) {
      return false;
    }
    for (int i = elements.length - 1; i >= 0; i--) {
      if (!path.get(i).equals(elements[i])) {
        return false;
      }
    }
    return true;
  }

  /** The innermost open element. */
  String element() {
    return path.get(path.size() - 1);
  }

  /** The attribute {@code name} of the innermost open element; empty if it has none. */
  String name() {
    return names.peek();
  }

  /** The attribute {@code name} of the element around the innermost one; empty if it has none. */
  String outerName() {
    String inner = names.pop();
    String outer = names.isEmpty() ? "" : names.peek();
    names.push(inner);
    return outer;
  }

  /** An attribute of the element that begins; null if it has none. */
  String attribute(String attribute) {
    return reader.getAttributeValue(null, attribute);
  }

  /** Keeps the text from here to the end of this element, or to the next one inside of it. */
  void keep() {
    text.setLength(0);
    keeping = true;
  }

  /** The text that was kept, without blanks around it. */
  String text() {
    return text.toString().strip();
  }

  /**
   * The numbers of the text that was kept.
   *
   * @throws BadLevelsException if anything else stands among them
   */
  double[] numbers(String expected) {
    String[] words = text().split("\\s+", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = number(words[i], expected);
    }
    return numbers;
  }

  /** The one number of the text that was kept. */
  double number(String expected) {
    return number(text(), expected);
  }

  private double number(String word, String expected) {
    byte[] token = new byte[word.length() + 1];
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      token[i] = c < 128 ? (byte) c : (byte) '?';
    }
    double number = parser.parse(token, 0);
    if (Double.isNaN(number) || parser.end() != word.length()) {
      throw bad(expected, word);
    }
    return number;
  }

  /** Line of the place where the parser is, from 1. */
  long line() {
    return Math.max(0, reader.getLocation().getLineNumber());
  }

  /** Something else than expected, here. */
  BadLevelsException bad(String expected, String found) {
    String shown = found.length() <= 60 ? found : found.substring(0, 60) + "...";
    return new BadLevelsException(expected, '"' + shown + '"', line());
  }
}
