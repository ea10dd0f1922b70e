package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The constants of an enum, by what their {@code toString} returns. Case and dashes matter when a
 * name is read, so that there is one way to write it, but not when the nearest one is looked for.
 */
final class NameType implements ValueType {
  private final Map<String, Object> constants = new LinkedHashMap<>();

  NameType(Class<?> enumeration) {
    Arrays.stream(enumeration.getEnumConstants())
        .forEach(constant -> constants.put(constant.toString(), constant));
  }

  @Override
  public Object read(Node node, Place place) {
    if (!(node instanceof Node.Scalar scalar)) {
      return place.refuse(node, label());
    }
    Object constant = constants.get(scalar.text());
    if (constant != null) {
      return constant;
    }
    String nearest = Nearest.of(scalar.text(), constants.keySet());
    return place.refuse(node, scalar.found(), label(), nearest);
  }

  @Override
  public Node write(Object value) {
    return Written.text(value);
  }

  @Override
  public String word() {
    return "choice";
  }

  @Override
  public String label() {
    return Problem.oneOf(constants.keySet());
  }

  @Override
  public String range(Bounds bounds) {
    return String.join(", ", constants.keySet());
  }
}
