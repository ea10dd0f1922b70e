package io.ackfin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.ackfin.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
@Tag("unit")
class LayersTest {
  private static final String CORE = "io.ackfin.core..";
  private static final String PROTOCOL = "io.ackfin.protocol..";
  private static final String TILE = "io.ackfin.tile..";
  private static final String WORKLOAD = "io.ackfin.workload..";
  private static final String RUNTIME = "io.ackfin.runtime..";
  private static final String HANDSHAKE = "io.ackfin.handshake..";
  private static final String DEVICE = "io.ackfin.device..";
  private static final String VERIFY = "io.ackfin.verify..";
  private static final String JAVA = "java..";

  /** An import that missed a module would let every rule pass. */
  @Test
  void theRulesSeeAllThreeModules() {
    assertThat(CLASSES)
        .extracting(JavaClass::getPackageName)
        .contains(
            "io.ackfin.core.event",
            "io.ackfin.protocol",
            "io.ackfin.runtime.dispatch",
            "io.ackfin.runtime.memory",
            "io.ackfin.workload",
            "io.ackfin.handshake",
            "io.ackfin.device.soc",
            "io.ackfin.verify",
            "io.ackfin.check",
            "io.ackfin.crosscheck.inclusion",
            "io.ackfin.run",
            "io.ackfin.scenario")
        .doesNotContain("io.ackfin.architecture", "io.ackfin.reference");
  }

  @Test
  void protocolKnowsOnlyTheLanguage() {
    classes()
        .that()
        .resideInAPackage(PROTOCOL)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java.lang", "java.util", PROTOCOL)
        .because("words that model, verifier and runtime share must not bring anything along")
        .check(CLASSES);
  }

  @Test
  void handshakeKnowsOnlyTheLanguageAndTheProtocol() {
    classes()
        .that()
        .resideInAPackage(HANDSHAKE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java.lang", "java.util", "java.util.function", PROTOCOL, HANDSHAKE)
        .because("tables without time, kernel, trace and threads can be read by all who walk them")
        .check(CLASSES);
  }

  @Test
  void verifyKnowsOnlyTheHandshake() {
    classes()
        .that()
        .resideInAPackage(VERIFY)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang",
            "java.lang.invoke",
            "java.util",
            "java.util.function",
            "java.util.stream",
            PROTOCOL,
            HANDSHAKE,
            VERIFY)
        .because("an explorer that saw devices or time could not speak for every order of steps")
        .check(CLASSES);
  }

  @Test
  void coreKnowsNoModel() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.ackfin..").and(resideInAPackage(CORE).negate().as("outside core")))
        .because("events, time and statistics serve any model, and the runtime too")
        .check(CLASSES);
  }

  @Test
  void workloadKnowsNeitherEventsNorDevices() {
    classes()
        .that()
        .resideInAPackage(WORKLOAD)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            JAVA,
            PROTOCOL,
            TILE,
            "io.ackfin.core.random..",
            "io.ackfin.core.time..",
            "io.ackfin.core.parameter..",
            "io.ackfin.core.text..",
            WORKLOAD)
        .because("the same tasks go into the model and into the real runtime")
        .check(CLASSES);
  }

  @Test
  void runtimeKnowsNothingOfTheModel() {
    classes()
        .that()
        .resideInAPackage(RUNTIME)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JAVA, PROTOCOL, TILE, WORKLOAD, RUNTIME)
        .because("what the model is checked against must not be made of the model")
        .check(CLASSES);
  }

  @Test
  void memoryModesStandInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ackfin.runtime.memory..")
        .should()
        .dependOnClassesThat(assignableTo(VarHandle.class))
        .because("the order of memory accesses can only be reviewed where it stands together")
        .check(CLASSES);
  }

  @Test
  void threadsAreStartedByThoseWhoRunSeveral() {
    noClasses()
        .that()
        .resideOutsideOfPackages(RUNTIME, "io.ackfin.sweep..", "io.ackfin.cli..")
        .should()
        .dependOnClassesThat(
            assignableTo(Thread.class)
                .or(assignableTo(Executor.class))
                .or(assignableTo(Future.class))
                .or(assignableTo(Timer.class))
                .or(equivalentTo(Executors.class))
                .as("run threads"))
        .orShould()
        .callMethodWhere(
            describe(
                "a stream is made parallel",
                call -> List.of("parallel", "parallelStream").contains(call.getName())))
        .because("a simulation is single-threaded, and so its result needs no locks to be exact")
        .check(CLASSES);
  }

  @Test
  void devicesDoNotKnowOneAnother() {
    slices()
        .matching("io.ackfin.device.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage("io.ackfin.device.soc.."), alwaysTrue())
        .because("a device owns the ports that it uses, and only the chip binds them")
        .check(CLASSES);
  }

  @Test
  void onlyTheCrossCheckSeesModelAndRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ackfin.crosscheck..")
        .and(Production.using(RUNTIME))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DEVICE, HANDSHAKE)
        .because("a comparison means something only if its two sides meet nowhere else")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void jacksonStaysAtTheFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.ackfin.scenario..",
            "io.ackfin.timeline..",
            "io.ackfin.output..",
            "io.ackfin.sweep..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson..")
        .because("formats change for other reasons than models do")
        .check(CLASSES);
  }

  @Test
  void picocliStaysAtTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ackfin.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .because("everything that a verb does can be called without a command line")
        .check(CLASSES);
  }

  @Test
  void commonsMathStaysOutsideTheModel() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE, PROTOCOL, TILE, WORKLOAD, RUNTIME, HANDSHAKE, DEVICE, VERIFY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.commons.math3..")
        .because("its results are for people who compare runs; no run may hang on its version")
        .check(CLASSES);
  }
}
