CREATE TABLE `enrollments` (
	`practice_id` text NOT NULL,
	`kind` text NOT NULL,
	`payer_id` text NOT NULL,
	`billing_npi` text NOT NULL,
	`changed_at` text NOT NULL,
	`more` text NOT NULL,
	PRIMARY KEY(`practice_id`, `kind`, `payer_id`, `billing_npi`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
