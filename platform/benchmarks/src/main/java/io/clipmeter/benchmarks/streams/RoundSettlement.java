package io.clipmeter.benchmarks.streams;

import io.clipmeter.benchmarks.streams.Stores.Closing;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Settles a round by the rule: what is due in full, or what is left in fair shares. */
final class RoundSettlement {
  private static final String CURRENCY = "USD";

  private final Stores stores;
  private final EarningsNews news;

  /**
   * A clip that was read.
   *
   * @param before as it was before the round
   * @param after with its new height
   */
  record Read(UUID clip, ClipRow before, ClipRow after) {}

  RoundSettlement(Stores stores, EarningsNews news) {
    this.stores = stores;
    this.news = news;
  }

  /**
   * Settles it if all its readings are there.
   *
   * @return how many are not; 0 where it was settled
   */
  long settle(UUID campaign, Closing closing) {
    Map<UUID, ClipRow> clips = stores.clips(campaign);
    Map<UUID, ClipRow> early = stores.early(campaign, closing.round());
    List<Read> read = read(clips, early, closing.round());
    long lacks = closing.observed() - read.size();
    if (lacks > 0) {
      return lacks;
    }
    early.keySet().forEach(clip -> stores.forgetEarly(campaign, closing.round(), clip));
    CampaignRow row = stores.campaign(campaign);
    if (row.remaining() == 0) {
      read.forEach(each -> stores.put(campaign, each.clip(), unread(each.before(), closing)));
    } else {
      pay(campaign, closing, row, read, clips);
    }
    return 0;
  }

  private static List<Read> read(Map<UUID, ClipRow> clips, Map<UUID, ClipRow> early, UUID round) {
    List<Read> read = new ArrayList<>(clips.size());
    clips.forEach(
        (clip, row) -> {
          ClipRow reading = round.equals(row.round()) ? row : early.get(clip);
          if (reading != null) {
            read.add(new Read(clip, row, row.risen(reading.views())));
          }
        });
    return read;
  }

  /** A reading of a later round keeps waiting. */
  private static ClipRow unread(ClipRow row, Closing closing) {
    return closing.round().equals(row.round()) ? row.unread() : row;
  }

  /**
   * @param clips of the campaign, in which the rows of those that were read are replaced
   */
  private void pay(
      UUID campaign, Closing closing, CampaignRow row, List<Read> read, Map<UUID, ClipRow> clips) {
    Cpm cpm = Cpm.ofMicros(row.cpmMicros(), CURRENCY);
    long[] dues = read.stream().mapToLong(each -> due(each.after(), cpm)).toArray();
    long total = Arrays.stream(dues).sum();
    boolean rationed = total > row.remaining();
    long[] amounts = rationed ? Shares.proRata(dues, total, row.remaining()) : dues;
    for (int i = 0; i < amounts.length; i++) {
      Read each = read.get(i);
      ClipRow paid = unread(each.after().paid(amounts[i]), closing);
      stores.put(campaign, each.clip(), paid);
      clips.put(each.clip(), paid);
      if (amounts[i] > 0) {
        news.accrued(campaign, closing.round(), each, amounts[i], cpm, rationed);
      }
    }
    CampaignRow spent = row.paid(Arrays.stream(amounts).sum());
    stores.put(campaign, spent);
    if (spent.remaining() == 0) {
      clips.forEach((clip, last) -> news.finalized(campaign, clip, last));
    }
  }

  private static long due(ClipRow row, Cpm cpm) {
    return cpm.earnedFor(row.high() - row.baseline()).micros() - row.accruedMicros();
  }
}
