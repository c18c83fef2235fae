CREATE TABLE `recipes` (
	`practice_id` text NOT NULL,
	`id` text NOT NULL,
	`change` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`practice_id`, `id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
