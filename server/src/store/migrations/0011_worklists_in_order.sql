CREATE TABLE `claim_check_numbers` (
	`practice_id` text NOT NULL,
	`number` text NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`practice_id`, `number`, `claim_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `claims_list`;--> statement-breakpoint
DROP INDEX `claims_status`;--> statement-breakpoint
ALTER TABLE `claims` ADD `awaits` text;--> statement-breakpoint
CREATE INDEX `claims_awaits` ON `claims` (`practice_id`,`awaits`,`status_since`);--> statement-breakpoint
CREATE INDEX `claims_search` ON `claims` (`practice_id`,`created_at`,`id`,`patient_name`,`payer_name`,`patient_control_number`,`service_date`,`total_charge`);--> statement-breakpoint
CREATE INDEX `claims_list` ON `claims` (`practice_id`,`followed_by`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`practice_id`,`followed_by`,`status`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `worklist_items` ADD `payer_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `worklist_items` ADD `assigned_to` text;--> statement-breakpoint
CREATE INDEX `worklist_items_assignee` ON `worklist_items` (`practice_id`,`list`,`assigned_to`,`urgency`,`claim_id`);--> statement-breakpoint
CREATE INDEX `worklist_items_payer` ON `worklist_items` (`practice_id`,`list`,`payer_name`,`urgency`,`claim_id`);