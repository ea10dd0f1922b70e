/**
 * Scenario files: their records, how they are read, checked, written out in full and described.
 *
 * <p><b>Rule of the file.</b> A scenario is a YAML or JSON mapping. {@code ackfin} (the format's
 * version), {@code name} and {@code workload} are required, everything else has a default, and
 * there is no key that has no effect. {@code soc.preset} chooses the chip: a named preset or a file
 * with a {@code soc} section of its own; the other keys of {@code soc} overrule it one by one.
 * Options of the command line overrule the file before anything is checked.
 *
 * <p><b>Rule of executors.</b> A scenario is simulated, or run for real. What only one of them has
 * to do with stands in a section of its own: {@code run} for the simulator, {@code runtime} for
 * real threads. Of everything else an {@link io.ackfin.scenario.Executor} refuses, at the key, what
 * it cannot do.
 *
 * <p><b>Rule of choices.</b> A choice among several ways may be written out although the variant
 * never comes to it ({@code pendingDispatch} with a single slot): a scenario that writes out all of
 * its values has to stay valid. Switching off a protection, or on an addition, that the variant
 * does not have is refused: it is an experiment that would show nothing.
 *
 * <p><b>Where what is declared.</b> The records declare the parameters ({@link
 * io.ackfin.core.parameter.Parameter}), the presets and the records' {@code defaults()} hold the
 * values, {@link io.ackfin.scenario.ScenarioTypes} registers what comes in several kinds, {@link
 * io.ackfin.scenario.ScenarioChecks} holds what only several parameters together can violate. The
 * JSON schema, the effective scenario and the descriptions are made from these.
 */
package io.ackfin.scenario;
