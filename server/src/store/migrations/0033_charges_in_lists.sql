DROP INDEX `claims_list`;--> statement-breakpoint
DROP INDEX `claims_status`;--> statement-breakpoint
DROP INDEX `claims_payer`;--> statement-breakpoint
DROP INDEX `claims_rendering`;--> statement-breakpoint
DROP INDEX `claims_location`;--> statement-breakpoint
DROP INDEX `claims_assignee`;--> statement-breakpoint
DROP INDEX `claims_newest`;--> statement-breakpoint
CREATE INDEX `claims_list` ON `claims` (`practice_id`,`followed_by`,`created_at`,`id`,`total_charge`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`practice_id`,`followed_by`,`status`,`created_at`,`id`,`total_charge`);--> statement-breakpoint
CREATE INDEX `claims_payer` ON `claims` (`practice_id`,`payer_name`,`created_at`,`id`,`total_charge`);--> statement-breakpoint
CREATE INDEX `claims_rendering` ON `claims` (`practice_id`,`rendering_npi`,`created_at`,`id`,`total_charge`);--> statement-breakpoint
CREATE INDEX `claims_location` ON `claims` (`practice_id`,`location`,`created_at`,`id`,`total_charge`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`practice_id`,`assigned_to`,`created_at`,`id`,`total_charge`) WHERE assigned_to is not null;--> statement-breakpoint
CREATE INDEX `claims_newest` ON `claims` (`practice_id`,`created_at`,`id`,`last_name_key`,`later_name_key`,`first_name_key`,`total_charge`);