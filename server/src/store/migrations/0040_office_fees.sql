CREATE TABLE `fee_settings` (
	`practice_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outbound_files_sent` ON `outbound_files` (`practice_id`,`connection_id`,`sent_at`);