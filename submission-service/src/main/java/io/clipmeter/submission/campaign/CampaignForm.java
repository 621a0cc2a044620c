package io.clipmeter.submission.campaign;

import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a campaign as an admin writes them. What the annotations can't say is in {@link
 * TermsPolicy}.
 *
 * @param name what the campaign is called, 1 to 120 characters
 * @param budget all that may be spent
 * @param cpm the price of 1,000 views in the budget's currency
 * @param platforms where its clips may be published
 * @param clipCap the most that one clip may earn; no limit where it is missing
 * @param trackingInterval how often its clips are read, PT30M to PT24H; PT4H where it is missing
 * @param endsAt when it ends by itself; only by its budget where it is missing
 * @param minViews views above its baseline that a clip needs before it earns, then for all of them,
 *     0 to 1,000,000,000; none where it is missing
 * @param holdDays days that what was earned waits before it can be paid out, 0 to 90; 0 where it is
 *     missing
 * @param sharedVideos whether a video may be submitted that another campaign has; no where it is
 *     missing
 * @param sponsoredVideos what is done with videos that are advertisements; where it is missing, a
 *     new campaign has ALLOWED, and one whose terms are replaced keeps what it has
 */
record CampaignForm(
    @NotNull
        @Size(max = 120)
        @Pattern(
            regexp = PlainText.SEEN + "*",
            message = "must hold something to read, and no control characters")
        String name,
    @NotNull @Valid AmountForm budget,
    @NotNull @Pattern(regexp = DECIMAL, message = "must be a plain decimal, six decimals at most")
        String cpm,
    @NotEmpty @Size(max = 3) List<@NotNull Platform> platforms,
    @Valid @Nullable AmountForm clipCap,
    @Size(max = 32) @Nullable String trackingInterval,
    @Size(max = 40) @Schema(format = "date-time") @Nullable String endsAt,
    @Min(0) @Max(1_000_000_000) @Nullable Long minViews,
    @Min(0) @Max(90) @Nullable Integer holdDays,
    @Nullable Boolean sharedVideos,
    @Schema(
            description =
                "what is done with videos that are advertisements; where it is missing, a new"
                    + " campaign has ALLOWED, and one whose terms are replaced keeps what it has,"
                    + " unlike any other term")
        @Nullable SponsoredVideos sponsoredVideos) {

  private static final String DECIMAL = "(0|[1-9][0-9]{0,12})(\\.[0-9]{1,6})?";

  /**
   * How a draft is opened to clippers.
   *
   * @param startsAt when it opens by itself, in the next five years; at once where it is missing
   */
  record Publication(@Size(max = 40) @Schema(format = "date-time") @Nullable String startsAt) {}

  /**
   * More money for a campaign.
   *
   * @param amount in the campaign's currency, more than 0
   */
  record TopUp(@NotNull @Valid AmountForm amount) {}

  /**
   * An amount.
   *
   * @param amount a plain decimal as text
   * @param currency ISO 4217 code
   */
  record AmountForm(
      @NotNull @Pattern(regexp = DECIMAL, message = "must be a plain decimal, six decimals at most")
          String amount,
      @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
          String currency) {}
}
