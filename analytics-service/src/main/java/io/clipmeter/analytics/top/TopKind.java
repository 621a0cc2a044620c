package io.clipmeter.analytics.top;

/** What videos are summed up by. */
enum TopKind {
  HASHTAG("NULL", "false"),
  SOUND("v.sound_title", "v.sound = s.name"),
  CREATOR("v.author_nickname", "v.creator = s.name");

  private final String title;
  private final String belongs;

  TopKind(String title, String belongs) {
    this.title = title;
    this.belongs = belongs;
  }

  /** What a video tells as the name that is shown. */
  String title() {
    return title;
  }

  /** Whether a video is one of those that were summed up. */
  String belongs() {
    return belongs;
  }
}
