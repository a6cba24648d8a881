-- Why a figure may have been misread.

ALTER TABLE fact_observation ADD COLUMN doubt TEXT NULL COMMENT 'codes of the reasons to doubt the figure, with ; between; null for figures that an earlier version read';
