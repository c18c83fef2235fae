CREATE TABLE `real_time_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`target` text NOT NULL,
	`connection_id` text NOT NULL,
	`device_id` text NOT NULL,
	`asked_under` text NOT NULL,
	`asked_at` text NOT NULL,
	`answered_at` text,
	`trouble` text,
	`question` blob NOT NULL,
	`answer` blob,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `real_time_questions_once` ON `real_time_questions` (`practice_id`,`asked_under`);--> statement-breakpoint
CREATE INDEX `real_time_questions_subject` ON `real_time_questions` (`practice_id`,`kind`,`subject`,`asked_at`);--> statement-breakpoint
ALTER TABLE `connections` ADD `real_time` text;--> statement-breakpoint
ALTER TABLE `connections` ADD `sealed_real_time_secret` text;