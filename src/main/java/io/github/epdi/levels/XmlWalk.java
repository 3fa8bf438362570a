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
 * Walks through an XML file once in bounded memory. A visitor is told where elements begin and end,
 * and the text of an element is kept only on request. Document types, entities defined in the file,
 * external content and more than {@value #DEEPEST} nested elements are rejected.
 */
final class XmlWalk {
  /** Receives the elements of the file in order. */
  interface Visitor {
    /** Called where an element begins. {@link XmlWalk#path} ends with it. */
    void begin(XmlWalk at);

    /** Called where an element ends. {@link XmlWalk#path} still ends with it. */
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
   * @throws BadLevelsException if it is not a complete XML file within the limits
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

  /** Returns the parser's message without the position in front of it. */
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
        default -> {} // comments, instructions and blanks
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

  /** Limits the number of different names, because the parser keeps every one in memory. */
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

  /** Returns the number of open elements. */
  int depth() {
    return path.size();
  }

  /** Tells whether exactly these elements are open, the outermost first. */
  boolean isAt(String... elements) {
    return path.size() == elements.length && isWithin(elements);
  }

  /** Tells whether these elements are open, the outermost first, with any others inside. */
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

  /** Returns the name of the innermost open element. */
  String element() {
    return path.get(path.size() - 1);
  }

  /** Returns the attribute {@code name} of the innermost open element, or an empty text. */
  String name() {
    return names.peek();
  }

  /**
   * Returns the attribute {@code name} of the element around the innermost one, or an empty text.
   */
  String outerName() {
    String inner = names.pop();
    String outer = names.isEmpty() ? "" : names.peek();
    names.push(inner);
    return outer;
  }

  /** Returns an attribute of the element that begins, or null if it has none. */
  String attribute(String attribute) {
    return reader.getAttributeValue(null, attribute);
  }

  /** Keeps the text from here to the end of this element or to the next element inside it. */
  void keep() {
    text.setLength(0);
    keeping = true;
  }

  /** Returns the kept text without blanks around it. */
  String text() {
    return text.toString().strip();
  }

  /**
   * Returns the numbers of the kept text.
   *
   * @throws BadLevelsException if it contains anything else
   */
  double[] numbers(String expected) {
    String[] words = text().split("\\s+", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = number(words[i], expected);
    }
    return numbers;
  }

  /**
   * Returns the one number that the kept text is.
   *
   * @throws BadLevelsException if it is anything else
   */
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

  /** Returns the line at which the parser is, from 1. */
  long line() {
    return Math.max(0, reader.getLocation().getLineNumber());
  }

  /** Makes the exception for something unexpected at this place. */
  BadLevelsException bad(String expected, String found) {
    String shown = found.length() <= 60 ? found : found.substring(0, 60) + "...";
    return new BadLevelsException(expected, '"' + shown + '"', line());
  }
}
