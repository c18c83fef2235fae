ALTER TABLE `claims` ADD `services_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_services` ON `claims` (`practice_id`,`services_key`,`created_at`);