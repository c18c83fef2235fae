ALTER TABLE `report_accounts` ADD `last_payer_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `report_accounts` SET `last_payer_name` = (SELECT `payer_name` FROM `claims` WHERE `claims`.`id` = `report_accounts`.`claim_id`);
