CREATE TABLE `claim_payers` (
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`practice_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`filter` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filters_name` ON `saved_filters` (`practice_id`,`name_key`);--> statement-breakpoint
DROP INDEX `claims_search`;--> statement-breakpoint
ALTER TABLE `claims` ADD `last_name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `later_name_key` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `first_name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `rendering_npi` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `location` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_last_name` ON `claims` (`practice_id`,`last_name_key`,`first_name_key`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_later_name` ON `claims` (`practice_id`,`later_name_key`,`created_at`,`id`) WHERE later_name_key is not null;--> statement-breakpoint
CREATE INDEX `claims_first_name` ON `claims` (`practice_id`,`first_name_key`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_payer` ON `claims` (`practice_id`,`payer_name`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_rendering` ON `claims` (`practice_id`,`rendering_npi`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_location` ON `claims` (`practice_id`,`location`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`practice_id`,`assigned_to`,`created_at`,`id`) WHERE assigned_to is not null;--> statement-breakpoint
CREATE INDEX `claims_charge` ON `claims` (`practice_id`,`total_charge`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `claims_newest` ON `claims` (`practice_id`,`created_at`,`id`,`last_name_key`,`later_name_key`,`first_name_key`);--> statement-breakpoint
DROP INDEX `worklist_items_order`;--> statement-breakpoint
ALTER TABLE `worklist_items` ADD `rendering_npi` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `worklist_items` ADD `location` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `worklist_items_order` ON `worklist_items` (`practice_id`,`list`,`urgency`,`claim_id`,`rendering_npi`,`location`,`amount`,`deadline`);