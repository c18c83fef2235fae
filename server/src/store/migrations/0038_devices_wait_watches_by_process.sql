PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_watches` (
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`connection_id` text NOT NULL,
	`process_id` text DEFAULT '' NOT NULL,
	`message` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`practice_id`, `name`, `connection_id`, `process_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_watches`("practice_id", "name", "connection_id", "process_id", "message", "since") SELECT "practice_id", "name", "connection_id", '', "message", "since" FROM `watches`;--> statement-breakpoint
DROP TABLE `watches`;--> statement-breakpoint
ALTER TABLE `__new_watches` RENAME TO `watches`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `connections` ADD `clock_ahead_at` text;--> statement-breakpoint
ALTER TABLE `devices` ADD `waits_since` text;