ALTER TABLE `claims` ADD `member_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_member` ON `claims` (`practice_id`,`member_key`,`service_date`);