// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.cli.io.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows beside the picture: the last answer, figures, and the latest events. */
final class LiveState {
  private static final int MOST_EVENTS = 20;
  private static final int EVENT_LENGTH = 300;

  private record Answer(
      ClassificationResult result, LiveCounts counts, double framesPerSecond, Duration latency) {}

  private record Event(long number, long millis, String text) {}

  private final String title;
  private final Deque<Event> events = new ArrayDeque<>();
  private @Nullable Answer answer;
  private long eventCount;
  private boolean changed;

  LiveState(String title) {
    this.title = title;
  }

  synchronized void answer(
      LiveResult result, LiveCounts counts, double framesPerSecond, Duration latency) {
    answer = new Answer(result.result(), counts, framesPerSecond, latency);
    changed = true;
  }

  /** Adds an event; the oldest of more than twenty goes. */
  synchronized void event(String text) {
    String kept = text.length() > EVENT_LENGTH ? text.substring(0, EVENT_LENGTH) + "…" : text;
    events.addLast(new Event(++eventCount, System.currentTimeMillis(), kept));
    if (events.size() > MOST_EVENTS) {
      events.removeFirst();
    }
    changed = true;
  }

  /** Whether there is something new since the last {@link #json}. */
  synchronized boolean isChanged() {
    return changed;
  }

  /**
   * Returns all of it as an object on one line, in UTF-8.
   *
   * @param sequence number of this state
   * @param picture number of the newest picture; 0 if there is none
   */
  byte[] json(int sequence, int picture, int viewers) {
    Answer last;
    List<Event> latest;
    synchronized (this) {
      last = answer;
      latest = List.copyOf(events);
      changed = false;
    }
    return Json.line(
            json -> {
              json.writeNumberField("sequence", sequence);
              json.writeNumberField("picture", picture);
              json.writeNumberField("viewers", viewers);
              json.writeStringField("title", title);
              if (last != null) {
                write(json, last);
              }
              write(json, latest);
            })
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, Answer answer) throws IOException {
    ClassificationResult result = answer.result();
    LiveCounts counts = answer.counts();
    json.writeObjectFieldStart("answer");
    json.writeStringField("model", result.model());
    json.writeStringField("runtime", result.runtime());
    json.writeBooleanField("simulated", result.simulated());
    json.writeNumberField("frames_per_second", Math.round(answer.framesPerSecond() * 10) / 10.0);
    Json.millis(json, "latency_ms", answer.latency().toNanos());
    json.writeNumberField("offered", counts.offered());
    json.writeNumberField("answered", counts.answered());
    json.writeNumberField("dropped", counts.dropped());
    json.writeNumberField("failed", counts.failed());
    json.writeArrayFieldStart("categories");
    for (Category category : result.categories()) {
      json.writeStartObject();
      json.writeNumberField("index", category.index());
      json.writeStringField("name", category.name());
      json.writeStringField("chinese", ChineseNames.of(category));
      Json.score(json, "score", category.score());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, List<Event> events) throws IOException {
    json.writeArrayFieldStart("events");
    for (Event event : events) {
      json.writeStartObject();
      json.writeNumberField("number", event.number());
      json.writeNumberField("time", event.millis());
      json.writeStringField("text", event.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
