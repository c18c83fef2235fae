DROP INDEX `journal_entries_payment`;--> statement-breakpoint
CREATE INDEX `journal_entries_payment` ON `journal_entries` (`practice_id`,`payment_key`,`account`);