CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`at` text NOT NULL,
	`device_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_practice` ON `audit_entries` (`practice_id`,`at`);--> statement-breakpoint
CREATE TABLE `claim_events` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	`source` text NOT NULL,
	`fact` text NOT NULL,
	`dedupe_key` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_events_sequence` ON `claim_events` (`claim_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `claim_events_dedupe` ON `claim_events` (`claim_id`,`dedupe_key`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`request_hash` text NOT NULL,
	`visit_key` text NOT NULL,
	`patient_control_number` text NOT NULL,
	`claim` text NOT NULL,
	`ehr` text NOT NULL,
	`corrected_fields` text NOT NULL,
	`created_by_device` text NOT NULL,
	`created_at` text NOT NULL,
	`patient_name` text NOT NULL,
	`service_date` text NOT NULL,
	`payer_name` text NOT NULL,
	`total_charge` integer NOT NULL,
	`status` text NOT NULL,
	`status_since` text NOT NULL,
	`needs_person` integer NOT NULL,
	`money` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_idempotency` ON `claims` (`practice_id`,`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `claims_control_number` ON `claims` (`practice_id`,`patient_control_number`);--> statement-breakpoint
CREATE INDEX `claims_visit` ON `claims` (`practice_id`,`visit_key`);--> statement-breakpoint
CREATE INDEX `claims_list` ON `claims` (`practice_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`practice_id`,`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `connections` (
	`practice_id` text PRIMARY KEY NOT NULL,
	`profile_id` text NOT NULL,
	`mode` text NOT NULL,
	`settings` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`state` text NOT NULL,
	`state_message` text NOT NULL,
	`state_since` text NOT NULL,
	`failed_logins` integer NOT NULL,
	`last_contact_at` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`paired_at` text NOT NULL,
	`last_seen_at` text,
	`revoked_at` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE INDEX `devices_practice` ON `devices` (`practice_id`);--> statement-breakpoint
CREATE TABLE `inbound_files` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`bytes` blob NOT NULL,
	`sha256` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`received_at` text NOT NULL,
	`read_at` text,
	`parent_id` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_files_content` ON `inbound_files` (`practice_id`,`sha256`,`name`);--> statement-breakpoint
CREATE INDEX `inbound_files_state` ON `inbound_files` (`practice_id`,`state`);--> statement-breakpoint
CREATE TABLE `outbound_files` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`bytes` blob NOT NULL,
	`sha256` text NOT NULL,
	`interchange_control_number` integer NOT NULL,
	`group_control_number` integer NOT NULL,
	`batch_reference` text NOT NULL,
	`positions` text NOT NULL,
	`state` text NOT NULL,
	`state_since` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text,
	`attempts` integer NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbound_files_name` ON `outbound_files` (`practice_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbound_files_isa` ON `outbound_files` (`practice_id`,`interchange_control_number`);--> statement-breakpoint
CREATE INDEX `outbound_files_state` ON `outbound_files` (`practice_id`,`state`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`created_at` text NOT NULL,
	`outbound_file_id` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbound_file_id`) REFERENCES `outbound_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_claim` ON `outbox` (`claim_id`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`practice_id`,`outbound_file_id`);--> statement-breakpoint
CREATE TABLE `pairing_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`role` text NOT NULL,
	`created_by_device` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`tries_left` integer NOT NULL,
	`used_at` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practices` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`settings` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `remittances` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`payment_key` text NOT NULL,
	`content_hash` text NOT NULL,
	`inbound_file_id` text NOT NULL,
	`check_number` text NOT NULL,
	`payment_date` text NOT NULL,
	`payer_name` text NOT NULL,
	`total` integer NOT NULL,
	`claim_count` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbound_file_id`) REFERENCES `inbound_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `remittances_content` ON `remittances` (`practice_id`,`payment_key`,`content_hash`);