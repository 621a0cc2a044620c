package io.clipmeter.payout.disclosure;

import io.clipmeter.payout.details.DetailsForm;
import java.util.UUID;

/**
 * Where the money of a payout went.
 *
 * @param id the payout's
 * @param details unmasked
 */
record Disclosure(UUID id, String method, DetailsForm details) {}
