CREATE TABLE `exchange_leases` (
	`practice_id` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`fence` integer NOT NULL,
	`held_until` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `outbound_files` ADD `uploads_begun` integer DEFAULT 0 NOT NULL;