CREATE TABLE `listed_payers` (
	`practice_id` text NOT NULL,
	`list_id` text NOT NULL,
	`transaction` text NOT NULL,
	`payer_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`is_available` integer,
	`is_non_par` integer,
	`needs_enrollment` integer,
	`takes_secondary` integer,
	`takes_attachments` integer,
	`accident_kind` text,
	`notes` text NOT NULL,
	PRIMARY KEY(`list_id`, `transaction`, `payer_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `payer_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payer_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`added` integer NOT NULL,
	`removed` integer NOT NULL,
	`changed` integer NOT NULL,
	`left_out` integer NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by_device` text,
	`replaced_at` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payer_lists_in_use` ON `payer_lists` (`practice_id`,`replaced_at`);