CREATE TABLE `payer_routes` (
	`practice_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`connection_id` text NOT NULL,
	PRIMARY KEY(`practice_id`, `kind`, `value`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `__new_remote_files` (
	`practice_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`name` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`modified` integer NOT NULL,
	`settled` integer NOT NULL,
	`failures` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `connection_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_remote_files`("practice_id", "connection_id", "name", "size_bytes", "modified", "settled", "failures") SELECT "practice_id", 'main', "name", "size_bytes", "modified", "settled", "failures" FROM `remote_files`;--> statement-breakpoint
DROP TABLE `remote_files`;--> statement-breakpoint
ALTER TABLE `__new_remote_files` RENAME TO `remote_files`;--> statement-breakpoint
CREATE TABLE `__new_watches` (
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`connection_id` text NOT NULL,
	`message` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`practice_id`, `name`, `connection_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_watches`("practice_id", "name", "connection_id", "message", "since") SELECT "practice_id", "name", CASE WHEN "name" IN ('connection', 'unanswered-files', 'no-files') THEN 'main' ELSE '' END, "message", "since" FROM `watches`;--> statement-breakpoint
DROP TABLE `watches`;--> statement-breakpoint
ALTER TABLE `__new_watches` RENAME TO `watches`;--> statement-breakpoint
CREATE TABLE `__new_connections` (
	`practice_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`profile_id` text NOT NULL,
	`mode` text NOT NULL,
	`settings` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`password_since` text,
	`state` text NOT NULL,
	`state_message` text NOT NULL,
	`state_since` text NOT NULL,
	`failed_logins` integer NOT NULL,
	`last_contact_at` text,
	`paused_at` text,
	`removed_at` text,
	PRIMARY KEY(`practice_id`, `id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_connections`("practice_id", "id", "name", "profile_id", "mode", "settings", "sealed_secret", "password_since", "state", "state_message", "state_since", "failed_logins", "last_contact_at", "paused_at", "removed_at") SELECT "practice_id", 'main', '', "profile_id", "mode", "settings", "sealed_secret", "password_since", "state", "state_message", "state_since", "failed_logins", "last_contact_at", NULL, NULL FROM `connections`;--> statement-breakpoint
DROP TABLE `connections`;--> statement-breakpoint
ALTER TABLE `__new_connections` RENAME TO `connections`;--> statement-breakpoint
ALTER TABLE `inbound_files` ADD `connection_id` text DEFAULT 'main';--> statement-breakpoint
CREATE INDEX `inbound_files_connection` ON `inbound_files` (`practice_id`,`connection_id`,`received_at`);--> statement-breakpoint
ALTER TABLE `outbound_files` ADD `connection_id` text DEFAULT 'main' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `destination` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `outbox` SET `destination` = (
	SELECT coalesce(json_extract(`claim`, '$.coverage.claimFilingIndicator'), '') || ':' || coalesce(json_extract(`claim`, '$.coverage.payerId'), '')
	FROM `claims` WHERE `claims`.`id` = `outbox`.`claim_id`
) WHERE `outbound_file_id` IS NULL OR `outbound_file_id` IN (SELECT `id` FROM `outbound_files` WHERE `state` = 'ready');
