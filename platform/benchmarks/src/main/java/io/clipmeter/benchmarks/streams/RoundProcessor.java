package io.clipmeter.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.clipmeter.benchmarks.streams.Stores.Closing;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.EventType;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.ViewsObserved;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps readings until their round has closed and all of them are there, then settles it. Two
 * topics have no order between them, so a closing may come before the last of its readings, and
 * readings of the next round before the closing of this one.
 */
final class RoundProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final JsonMapper json = new JsonMapper();
  private @Nullable Stores stores;
  private @Nullable RoundSettlement settlement;
  private Map<UUID, Long> lacking = Map.of();

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    Stores found = new Stores(context);
    stores = found;
    settlement = new RoundSettlement(found, new EarningsNews(json, context));
    lacking = found.waiting();
  }

  @Override
  public void process(Record<byte[], byte[]> received) {
    String type = new String(received.headers().lastHeader("ce_type").value(), UTF_8);
    if (type.equals(EventType.VIEWS_OBSERVED.ceType())) {
      observed(json.readValue(received.value(), ViewsObserved.class));
    } else if (type.equals(EventType.ROUND_CLOSED.ceType())) {
      closed(json.readValue(received.value(), RoundClosed.class));
    } else if (type.equals(EventType.SUBMISSION_APPROVED.ceType())) {
      approved(json.readValue(received.value(), SubmissionApproved.class));
    } else if (type.equals(EventType.CAMPAIGN_CHANGED.ceType())) {
      changed(json.readValue(received.value(), CampaignChanged.class));
    }
  }

  private void changed(CampaignChanged event) {
    long cpm = event.cpm().toMoney().micros();
    long budget = event.budget().toMoney().micros();
    stores().put(event.campaignId(), new CampaignRow(cpm, budget, 0));
  }

  private void approved(SubmissionApproved event) {
    long baseline = event.initialViews();
    ClipRow row = new ClipRow(baseline, baseline, 0, null, 0, event.clipperId());
    stores().put(event.campaignId(), event.submissionId(), row);
  }

  private void observed(ViewsObserved event) {
    stores().keep(event.campaignId(), event.clipId(), event.roundId(), event.views());
    Long lacks = lacking.get(event.campaignId());
    if (lacks != null) {
      lacking.put(event.campaignId(), lacks - 1);
      if (lacks <= 1) {
        settleWhatIsThere(event.campaignId());
      }
    }
  }

  private void closed(RoundClosed event) {
    stores()
        .put(event.campaignId(), new Closing(event.number(), event.roundId(), event.observed()));
    settleWhatIsThere(event.campaignId());
  }

  /** A campaign's rounds in their order. */
  private void settleWhatIsThere(UUID campaign) {
    lacking.remove(campaign);
    List<Closing> waiting = stores().closings(campaign);
    for (Closing closing : waiting) {
      long lacks = settlement().settle(campaign, closing);
      if (lacks > 0) {
        lacking.put(campaign, lacks);
        return;
      }
      stores().forget(campaign, closing);
    }
  }

  private Stores stores() {
    return requireNonNull(stores, "it was initialised");
  }

  private RoundSettlement settlement() {
    return requireNonNull(settlement, "it was initialised");
  }
}
