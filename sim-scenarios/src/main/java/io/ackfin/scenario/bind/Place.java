package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;

/**
 * Where a value is being read into: everything that its type does not know. A place without a basis
 * cannot offer a stand-in; whoever made it deals with the null that comes back after a problem.
 *
 * @param path the parameter, for problems
 * @param bounds its legal range
 * @param basis the value that stands in after a problem; null if there is none
 * @param problems collects what is wrong
 */
public record Place(String path, Bounds bounds, Object basis, Problems problems) {
  /** A parameter below this one. */
  Place key(RecordType.Component component, Object inner) {
    String name = Problem.path(path, component.name());
    return new Place(name, Bounds.of(component.parameter()), inner, problems);
  }

  /** An item of this list, which has no stand-in: it is left out. */
  Place item(int index) {
    return new Place(path + "[" + index + "]", bounds, null, problems);
  }

  /** Adds a problem with {@code node} and returns the stand-in. */
  Object refuse(Node node, String expected) {
    return refuse(node, node.found(), expected, "");
  }

  /** The same, with what was found and the nearest valid spelling. */
  Object refuse(Node node, String found, String expected, String nearest) {
    String name = path.isEmpty() ? "file" : path;
    problems.add(new Problem(node.at(), name, found, expected, nearest));
    return basis;
  }
}
