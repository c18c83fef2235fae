CREATE TABLE `server_notes` (
	`name` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `watches` (
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`message` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`practice_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inbound_files_received` ON `inbound_files` (`practice_id`,`received_at`);