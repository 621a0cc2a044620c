package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.VideoRef;

/** Items in the shapes of the three actors, with invented values. */
public final class ApifyItems {
  private ApifyItems() {}

  /** A good item of the video's platform. */
  public static String good(VideoRef video, long views) {
    return withViews(video, Long.toString(views));
  }

  /** An item whose view count is this piece of JSON. */
  static String withViews(VideoRef video, String views) {
    return switch (video.key().platform()) {
      case TIKTOK -> TIKTOK.formatted(video.key().id(), views, video.url());
      case YOUTUBE -> YOUTUBE.formatted(video.key().id(), views, video.url());
      case INSTAGRAM -> INSTAGRAM.formatted(video.key().id(), views, video.key().id());
    };
  }

  /** What stands in the dataset of a run that succeeded for a video that is not there. */
  public static String notFound(VideoRef video) {
    return switch (video.key().platform()) {
      case TIKTOK, YOUTUBE ->
          "{\"url\":\"%s\",\"error\":\"Post not found or private.\"}".formatted(video.url());
      case INSTAGRAM ->
          """
          {"url":"https://www.instagram.com/p/%s/","username":"p","error":"not_found",
           "errorDescription":"Post does not exist"}
          """
              .formatted(video.key().id());
    };
  }

  private static final String TIKTOK =
      """
      {"id":"%s","text":"A caption #summer","createTime":1767799606,
       "createTimeISO":"2026-01-07T15:26:46.000Z","isAd":false,
       "authorMeta":{"id":"6776371925083915000","name":"someone","nickName":"Some One",
         "avatar":"https://cdn.example/a.jpg"},
       "musicMeta":{"musicName":"original sound","musicAuthor":"Some One","musicId":"7592641367957980000"},
       "videoMeta":{"height":1280,"width":720,"duration":73,"coverUrl":"https://cdn.example/c.jpg"},
       "diggCount":23,"shareCount":4,"playCount":%s,"collectCount":5,"commentCount":6,
       "mentions":["@brand"],"hashtags":[{"name":"summer"},{"name":""}],
       "webVideoUrl":"%s","isSlideshow":false}
      """;
  private static final String YOUTUBE =
      """
      {"title":"A title","type":"video","id":"%s","viewCount":%s,"url":"%s","likes":2,"commentsCount":14,
       "date":"2025-06-16T20:09:39.000Z","channelName":"Some Channel","channelUsername":"SomeChannel",
       "channelId":"UC0000000000000000000000","duration":"00:27:11",
       "thumbnailUrl":"https://cdn.example/t.jpg","hashtags":["#summer"]}
      """;
  private static final String INSTAGRAM =
      """
      {"type":"Video","shortCode":"%s","caption":"A caption","hashtags":["summer"],"mentions":["brand"],
       "likesCount":-1,"commentsCount":63,"videoViewCount":151,"videoPlayCount":%s,
       "url":"https://www.instagram.com/p/%s/","displayUrl":"https://cdn.example/d.jpg",
       "timestamp":"2025-12-10T23:51:23.000Z","ownerUsername":"some.one","ownerFullName":"Some One",
       "ownerId":"417500000","videoDuration":37.3,
       "musicInfo":{"artist_name":"some.one","song_name":"Original audio","audio_id":"25432230316460000"}}
      """;
}
