package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Directories of a server that a run may change. */
final class RunDirectories {

  private RunDirectories() {}

  /** Copies a directory with all that is in it. */
  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** As if somebody had put it there a little later. */
  static void makeNewer(Path file) throws IOException {
    var time = Files.getLastModifiedTime(file).toInstant().plusSeconds(2);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
