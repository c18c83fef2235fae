ALTER TABLE `claims` ADD `patient_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_patient` ON `claims` (`practice_id`,`patient_key`,`service_date`,`created_at`);