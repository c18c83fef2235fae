CREATE TABLE `upload_leftovers` (
	`practice_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`name` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`practice_id`, `connection_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
