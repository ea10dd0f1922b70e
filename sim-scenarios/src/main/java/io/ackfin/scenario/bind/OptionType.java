package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A value that may be absent, where absence means something of its own and no default exists: no
 * limit, no expectation. It is never written as null: leaving the key out is the only way.
 */
final class OptionType implements ValueType {
  private final ValueType inner;
  private final boolean ofLong;

  private OptionType(ValueType inner, boolean ofLong) {
    this.inner = inner;
    this.ofLong = ofLong;
  }

  /** For components of type {@code Optional}. */
  static OptionType of(ValueType inner) {
    return new OptionType(inner, false);
  }

  /** For components of type {@code OptionalLong}. */
  static OptionType ofLong() {
    return new OptionType(CountType.ofLong(), true);
  }

  @Override
  public Object read(Node node, Place place) {
    Place at = new Place(place.path(), place.bounds(), null, place.problems());
    Object value = inner.read(node, at);
    if (value == null) {
      return place.basis();
    }
    return ofLong ? OptionalLong.of((Long) value) : Optional.of(value);
  }

  @Override
  public Node write(Object value) {
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? inner.write(number.getAsLong()) : null;
    }
    return ((Optional<?>) value).map(inner::write).orElse(null);
  }

  @Override
  public String word() {
    return inner.word();
  }

  @Override
  public String label() {
    return inner.label();
  }

  @Override
  public String range(Bounds bounds) {
    return inner.range(bounds);
  }
}
