package io.ackfin.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Ackfin's own classes, without tests. */
final class Production {
  /** All of them, read once. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(
              location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
          .importPackages("io.ackfin");

  /** The packages in which a run is decided: equal input must give an equal result. */
  static final String[] DETERMINISTIC = {
    "io.ackfin.core..",
    "io.ackfin.protocol..",
    "io.ackfin.handshake..",
    "io.ackfin.device..",
    "io.ackfin.workload..",
    "io.ackfin.tile..",
    "io.ackfin.verify..",
    "io.ackfin.crosscheck.inclusion..",
    "io.ackfin.run.."
  };

  private Production() {}

  /** Classes that use something of these packages. */
  static DescribedPredicate<JavaClass> using(String... packages) {
    DescribedPredicate<JavaClass> used = JavaClass.Predicates.resideInAnyPackage(packages);
    return DescribedPredicate.describe(
        "use " + String.join(", ", packages),
        user ->
            user.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> used.test(dependency.getTargetClass())));
  }
}
