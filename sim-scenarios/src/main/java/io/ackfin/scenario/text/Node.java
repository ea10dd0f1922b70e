package io.ackfin.scenario.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a read text. Immutable. */
public sealed interface Node {
  /** Where it begins. */
  Position at();

  /** What it is, for messages: the value itself, or the kind of structure. */
  String found();

  /** What a scalar looks like; quoted text is always {@link #TEXT}. */
  enum Kind {
    /** Anything that is none of the others. */
    TEXT,
    /** Something that YAML or JSON takes for a number, in whatever spelling. */
    NUMBER,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** No value at all: {@code null}, {@code ~}, or nothing behind a key. */
    NOTHING
  }

  /**
   * A single value.
   *
   * @param text the value as it was written, without quotes
   */
  record Scalar(Position at, Kind kind, String text) implements Node {
    @Override
    public String found() {
      if (kind == Kind.NOTHING) {
        return "no value";
      }
      return text.isBlank() ? "empty text" : Problem.quote(text);
    }
  }

  /** A list. */
  record Sequence(Position at, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String found() {
      return "a list";
    }
  }

  /**
   * One key of a mapping.
   *
   * @param at where the key stands
   */
  record Entry(Position at, Node value) {}

  /** Keys with values, in the order of the text. */
  record Mapping(Position at, Map<String, Entry> entries) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String found() {
      return "a mapping";
    }

    /** The value behind {@code key}, or null if the key is absent. */
    public Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** The node at a path such as {@code tasks[2].id}, or else the last one on the way to it. */
    public Node nearestTo(String path) {
      Node nearest = this;
      for (String step : path.split("[.\\[]", -1)) {
        Node next = null;
        if (nearest instanceof Mapping mapping) {
          next = mapping.get(step);
        } else if (nearest instanceof Sequence list && step.endsWith("]")) {
          next = list.items().get(Integer.parseInt(step.substring(0, step.length() - 1)));
        }
        if (next == null) {
          return nearest;
        }
        nearest = next;
      }
      return nearest;
    }

    /** A copy in which {@code key} has a value; a new key comes last and stands at the value. */
    public Mapping with(String key, Node value) {
      Entry present = entries.get(key);
      LinkedHashMap<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, new Entry(present == null ? value.at() : present.at(), value));
      return new Mapping(at, changed);
    }

    /** A copy without {@code key}. */
    public Mapping without(String key) {
      LinkedHashMap<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(at, changed);
    }
  }

  /** Something unreadable about which a problem was already added. */
  record Refused(Position at) implements Node {
    @Override
    public String found() {
      return "something unreadable";
    }
  }
}
