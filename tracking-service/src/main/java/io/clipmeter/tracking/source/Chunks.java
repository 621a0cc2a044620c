package io.clipmeter.tracking.source;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A question cut into pieces that a provider takes, each video once. */
public record Chunks(List<List<VideoRef>> all) {
  private static final Logger LOG = LoggerFactory.getLogger(Chunks.class);
  private static final Reading FAULT = Reading.faulty();

  /** Pieces of at most so many. */
  public static Chunks of(List<VideoRef> videos, int max) {
    List<VideoRef> each = videos.stream().distinct().toList();
    List<List<VideoRef>> chunks = new ArrayList<>();
    for (int from = 0; from < each.size(); from += max) {
      chunks.add(each.subList(from, Math.min(from + max, each.size())));
    }
    return new Chunks(chunks);
  }

  /**
   * Asks for several pieces at a time, and puts the answers together. A fault spoils its own piece
   * alone.
   *
   * @param places one for each call that a provider may have at a time; the same for all questions
   */
  public Map<VideoKey, Reading> inParallel(
      RunPlaces places, Function<List<VideoRef>, Map<VideoKey, Reading>> read) {
    return inParallel(
        chunk -> {
          try (RunPlaces.Place place = places.take()) {
            return read.apply(chunk);
          }
        });
  }

  /** The same where each piece finds its own place. */
  public Map<VideoKey, Reading> inParallel(Function<List<VideoRef>, Map<VideoKey, Reading>> read) {
    Map<VideoKey, Reading> answers = new HashMap<>();
    Purpose purpose = Purpose.current();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.stream()
          .map(
              chunk ->
                  CompletableFuture.supplyAsync(() -> purpose.get(() -> one(chunk, read)), threads))
          .toList()
          .forEach(part -> answers.putAll(part.join()));
    }
    return answers;
  }

  private static Map<VideoKey, Reading> one(
      List<VideoRef> chunk, Function<List<VideoRef>, Map<VideoKey, Reading>> read) {
    try {
      return read.apply(chunk);
    } catch (ProviderFault fault) {
      return same(chunk, Reading.failed(fault));
    } catch (RuntimeException fault) {
      LOG.error("{} videos unread", chunk.size(), fault);
      return same(chunk, FAULT);
    }
  }

  private static Map<VideoKey, Reading> same(List<VideoRef> chunk, Reading reading) {
    return chunk.stream().collect(Collectors.toMap(VideoRef::key, video -> reading));
  }
}
