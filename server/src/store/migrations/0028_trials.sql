CREATE TABLE `trial_answers` (
	`trial_id` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`at` text NOT NULL,
	`patient_control_number` text NOT NULL,
	`fact` text NOT NULL,
	PRIMARY KEY(`trial_id`, `dedupe_key`),
	FOREIGN KEY (`trial_id`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by_device` text,
	`outbound_file_id` text,
	`not_written` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbound_file_id`) REFERENCES `outbound_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trials_connection` ON `trials` (`practice_id`,`connection_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `trials_file` ON `trials` (`outbound_file_id`);--> statement-breakpoint
ALTER TABLE `outbound_files` ADD `is_trial` integer DEFAULT false NOT NULL;