/**
 * The trace: what a run tells to those who watch it, in four words. A <em>span</em> is something
 * that lasted, an <em>instant</em> something that happened, a <em>counter</em> a level that
 * changed, a <em>flow</em> an arrow from a place and time to another. Each stands on a lane.
 *
 * <p>The rule of the trace. Listeners are fixed before the run and only watch; a call that would
 * change the run from within a listener is refused. Devices take their {@link
 * io.ackfin.core.trace.Tracer} from the simulator once, when they are wired; it is null when nobody
 * listens, so that a trace that is off costs a null check. Call sites pass primitives and constant
 * strings: nothing is built for a trace.
 *
 * <p>Calls come in the order in which the model makes them. A span is told when its end is known,
 * so the ticks of successive calls may go back; no listener may rely on their order.
 */
package io.ackfin.core.trace;
