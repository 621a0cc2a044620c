-- A completed campaign is asked for clips that came too late with each record of it that is still heard.
CREATE INDEX clip_not_final ON clip (campaign_id) WHERE final_micros IS NULL;
