DROP INDEX `audit_practice`;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `audit_entries` SET `sequence` = `numbered`.`number` FROM (
  SELECT `id`, row_number() OVER (PARTITION BY `practice_id` ORDER BY `at`, `id`) AS `number` FROM `audit_entries`
) AS `numbered` WHERE `numbered`.`id` = `audit_entries`.`id`;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_sequence` ON `audit_entries` (`practice_id`,`sequence`);
