CREATE TABLE `column_mappings` (
	`practice_id` text NOT NULL,
	`headings_key` text NOT NULL,
	`columns` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`practice_id`, `headings_key`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `patient_coverages` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`patient_key` text NOT NULL,
	`rank` text NOT NULL,
	`member_key` text NOT NULL,
	`coverage` text NOT NULL,
	`source` text NOT NULL,
	`kept_at` text NOT NULL,
	`device_id` text,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_coverages_current` ON `patient_coverages` (`practice_id`,`patient_key`,`rank`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `patient_coverages_patient` ON `patient_coverages` (`practice_id`,`patient_key`,`kept_at`);--> statement-breakpoint
CREATE INDEX `patient_coverages_member` ON `patient_coverages` (`practice_id`,`member_key`);--> statement-breakpoint
CREATE TABLE `patients` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`patient_key` text NOT NULL,
	`last_name_key` text NOT NULL,
	`later_name_key` text,
	`first_name_key` text NOT NULL,
	`birth_date` text NOT NULL,
	`patient` text NOT NULL,
	`changed_at` text NOT NULL,
	`device_id` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patients_key` ON `patients` (`practice_id`,`patient_key`);--> statement-breakpoint
CREATE INDEX `patients_name` ON `patients` (`practice_id`,`last_name_key`,`first_name_key`,`patient_key`);--> statement-breakpoint
CREATE INDEX `patients_birth_date` ON `patients` (`practice_id`,`birth_date`);