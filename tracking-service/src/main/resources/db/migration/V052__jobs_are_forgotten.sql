-- Jobs are deleted some time after their end, the oldest first; and counted by state.
CREATE INDEX scraping_job_finished ON scraping_job (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX scraping_job_state ON scraping_job (state);
