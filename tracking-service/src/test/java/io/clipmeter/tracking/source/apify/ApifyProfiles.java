package io.clipmeter.tracking.source.apify;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.profile.Profile;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Items about accounts in the shapes of the three actors, with invented values. */
final class ApifyProfiles {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> TIKTOK =
      List.of("name", "nickName", "avatar", "signature", "verified", "fans", "video");
  private static final List<String> INSTAGRAM =
      List.of(
          "username",
          "fullName",
          "profilePicUrl",
          "biography",
          "verified",
          "followersCount",
          "postsCount");
  private static final List<String> YOUTUBE =
      List.of(
          "channelUsername",
          "channelName",
          "channelAvatarUrl",
          "channelDescription",
          "isChannelVerified",
          "numberOfSubscribers",
          "channelTotalVideos");

  private ApifyProfiles() {}

  static String good(Platform platform, Profile profile) {
    return switch (platform) {
      case TIKTOK -> {
        ObjectNode video = JSON.createObjectNode().put("id", "7524354452762037512");
        yield video.set("authorMeta", fields(profile, TIKTOK)).toString();
      }
      case INSTAGRAM -> fields(profile, INSTAGRAM).toString();
      case YOUTUBE ->
          fields(profile, YOUTUBE)
              .put("id", "aBcDeFgHiJ0")
              .put("channelId", profile.accountId())
              .toString();
    };
  }

  private static ObjectNode fields(Profile profile, List<String> names) {
    return JSON.createObjectNode()
        .put("id", profile.accountId())
        .put(names.get(0), profile.handle())
        .put(names.get(1), profile.nickname())
        .put(names.get(2), profile.avatarUrl())
        .put(names.get(3), profile.bio() == null ? "" : profile.bio())
        .put(names.get(4), profile.verified())
        .put(names.get(5), profile.followers())
        .put(names.get(6), profile.videos());
  }
}
