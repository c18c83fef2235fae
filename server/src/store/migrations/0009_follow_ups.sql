DROP INDEX `claims_list`;--> statement-breakpoint
DROP INDEX `claims_status`;--> statement-breakpoint
ALTER TABLE `claims` ADD `follows_claim` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `follow_up` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `followed_by` text;--> statement-breakpoint
CREATE INDEX `claims_list` ON `claims` (`practice_id`,`followed_by`,`created_at`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`practice_id`,`followed_by`,`status`,`created_at`);