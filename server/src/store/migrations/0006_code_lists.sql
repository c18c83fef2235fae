CREATE TABLE `code_list_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`list` text NOT NULL,
	`effective` text NOT NULL,
	`files` text NOT NULL,
	`size` integer NOT NULL,
	`added` integer NOT NULL,
	`removed` integer NOT NULL,
	`changed` integer NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by_device` text,
	`replaced_at` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `code_list_editions_held` ON `code_list_editions` (`practice_id`,`replaced_at`,`list`,`effective`);--> statement-breakpoint
CREATE TABLE `code_list_entries` (
	`practice_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`code` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`edition_id`, `code`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `code_list_editions`(`id`) ON UPDATE no action ON DELETE no action
);
