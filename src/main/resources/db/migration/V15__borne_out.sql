-- Which figures of a finding are right by other relations of the text, so that the mistake is in another one.

ALTER TABLE finding_observation ADD COLUMN borne_out BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'true if another relation confirms the figure: the mistake is in another one';
