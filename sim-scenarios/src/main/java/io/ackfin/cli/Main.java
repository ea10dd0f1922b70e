package io.ackfin.cli;

import io.ackfin.output.OutputException;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Problem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process begins: runs a verb and turns what it throws into messages and exit codes. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with all its verbs, on the process's standard streams. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ackfin());
    line.setParameterExceptionHandler(Main::onBadUsage);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> onFailure(failure, command.getErr()));
    return line;
  }

  private static int onBadUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ackfin: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.status();
  }

  private static int onFailure(Exception failure, PrintWriter err) {
    if (failure instanceof InvalidInputException invalid) {
      printProblems(invalid.problems(), err);
      return ExitCode.USAGE.status();
    }
    if (failure instanceof UserMistake || failure instanceof OutputException) {
      err.println("ackfin: " + failure.getMessage());
      return ExitCode.USAGE.status();
    }
    err.println("ackfin: internal error. This is a defect of ackfin, not of your input.");
    err.println("Please report it with the command line, the scenario and what follows:");
    err.println(String.join(System.lineSeparator(), new ToolVersion().getVersion()));
    failure.printStackTrace(err);
    return ExitCode.INTERNAL.status();
  }

  /** Prints every problem of an input, and how many there are. */
  static void printProblems(List<Problem> problems, PrintWriter err) {
    for (Problem problem : problems) {
      err.println(problem);
    }
    err.println(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
  }
}
