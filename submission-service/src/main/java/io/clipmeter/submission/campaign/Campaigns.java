package io.clipmeter.submission.campaign;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The campaigns, one at a time; lists are with {@link CampaignRows}. */
public interface Campaigns extends Repository<Campaign, UUID> {

  /** The campaign with this id. */
  Optional<Campaign> findById(UUID id);

  /**
   * Stores a new version.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException where somebody else has
   *     stored one since this was read
   */
  Campaign save(Campaign campaign);

  /** How many of its submissions are approved. */
  @Query("SELECT count(*) FROM submission WHERE campaign_id = :id AND status = 'APPROVED'")
  long approvedClips(UUID id);

  /**
   * Removes it.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException where somebody else has
   *     stored a version since this was read
   */
  void delete(Campaign campaign);
}
