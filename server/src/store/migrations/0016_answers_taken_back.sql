DROP INDEX `claim_events_dedupe`;--> statement-breakpoint
ALTER TABLE `claim_events` ADD `round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `claim_events_dedupe` ON `claim_events` (`claim_id`,`dedupe_key`,`round`);--> statement-breakpoint
ALTER TABLE `unmatched_answers` ADD `matched_by` text;--> statement-breakpoint
ALTER TABLE `unmatched_answers` ADD `reopened_at` text;--> statement-breakpoint
ALTER TABLE `unmatched_answers` ADD `reopened_by_device` text;--> statement-breakpoint
ALTER TABLE `unmatched_answers` ADD `reopened_from` text;--> statement-breakpoint
CREATE INDEX `unmatched_answers_claim` ON `unmatched_answers` (`practice_id`,`claim_id`);