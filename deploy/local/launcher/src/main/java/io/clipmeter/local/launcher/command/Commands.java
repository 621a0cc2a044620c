package io.clipmeter.local.launcher.command;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Versions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands. Exit codes: 0 done, 1 failed, 2 not understood. */
@Command(
    name = "clipmeter",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description = "Runs the whole of Clipmeter on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      LogsCommand.class,
      TickCommand.class,
      DownCommand.class,
      ResetCommand.class,
      DoctorCommand.class,
      BenchCommand.class
    })
public final class Commands implements Runnable {
  /** The version of this build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"clipmeter " + Versions.ofThisBuild().clipmeter()};
    }
  }

  @Spec private @Nullable CommandSpec spec;

  /** Runs the command that these words name; returns the exit code. */
  public static int execute(String... arguments) {
    // The broker's client library tells of every attempt to reach a broker that is still starting.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    return new CommandLine(new Commands())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> tell(e))
        .setParameterExceptionHandler((e, words) -> explain(e))
        .execute(arguments);
  }

  /** Without a command there is nothing to do, so it says what there is. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which command?");
    }
  }

  private static int explain(ParameterException exception) {
    PrintWriter err = exception.getCommandLine().getErr();
    err.println(exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, err);
    exception.getCommandLine().usage(err);
    return CommandLine.ExitCode.USAGE;
  }

  private static int tell(Exception exception) {
    if (exception instanceof Failure) {
      System.err.println(exception.getMessage());
      return 1;
    }
    Path log = Home.ofThisProcess().log("clipmeter");
    try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(log))) {
      exception.printStackTrace(trace);
      System.err.println("clipmeter failed: " + exception + ". Where: " + log);
    } catch (IOException e) {
      exception.addSuppressed(e);
      exception.printStackTrace();
    }
    return 1;
  }
}
