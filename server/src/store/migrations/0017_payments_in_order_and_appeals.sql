ALTER TABLE `claims` ADD `appeal` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `appeal_due` text;--> statement-breakpoint
CREATE INDEX `claims_appeal_due` ON `claims` (`practice_id`,`appeal_due`) WHERE appeal_due is not null;--> statement-breakpoint
ALTER TABLE `remittances` ADD `check_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `remittances` SET `check_key` = ltrim(replace(replace(upper(`check_number`), '-', ''), ' ', ''), '0');--> statement-breakpoint
CREATE INDEX `remittances_check` ON `remittances` (`practice_id`,`check_key`);--> statement-breakpoint
CREATE INDEX `remittances_list` ON `remittances` (`practice_id`,`state`,`payment_date`,`created_at`,`id`,`check_key`,`payer_name`,`total`);