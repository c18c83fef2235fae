DROP INDEX `inbound_files_state`;--> statement-breakpoint
ALTER TABLE `inbound_files` ADD `decision` text;--> statement-breakpoint
CREATE INDEX `inbound_files_state` ON `inbound_files` (`practice_id`,`state`,`received_at`,`id`);--> statement-breakpoint
UPDATE `inbound_files` SET
	`state` = 'set-aside',
	`decision` = (
		SELECT json_object('kind', 'set-aside', 'at', `at`, 'reason', `inbound_files`.`reason`, 'deviceId', `device_id`)
		FROM `audit_entries` WHERE `action` = 'file-set-aside' AND `subject` = `inbound_files`.`id` ORDER BY `at` DESC LIMIT 1
	),
	`reason` = 'It was set aside. Save a copy to see what it is.'
WHERE `state` = 'read' AND `reason` IS NOT NULL AND `id` IN (SELECT `subject` FROM `audit_entries` WHERE `action` = 'file-set-aside');
