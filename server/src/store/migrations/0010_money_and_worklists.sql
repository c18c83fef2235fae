CREATE TABLE `claim_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`at` text NOT NULL,
	`device_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_notes_claim` ON `claim_notes` (`practice_id`,`claim_id`,`at`);--> statement-breakpoint
CREATE TABLE `decided_numbers` (
	`practice_id` text NOT NULL,
	`number` text NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`practice_id`, `number`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `journal_entries` (
	`practice_id` text NOT NULL,
	`transaction_id` text NOT NULL,
	`line` integer NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	`claim_account` text,
	`payment_key` text,
	`reference` text,
	PRIMARY KEY(`transaction_id`, `line`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`transaction_id`) REFERENCES `journal_transactions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_entries_account` ON `journal_entries` (`practice_id`,`account`);--> statement-breakpoint
CREATE INDEX `journal_entries_claim` ON `journal_entries` (`practice_id`,`claim_account`);--> statement-breakpoint
CREATE INDEX `journal_entries_payment` ON `journal_entries` (`practice_id`,`payment_key`);--> statement-breakpoint
CREATE TABLE `journal_transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`dedupe_key` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_transactions_dedupe` ON `journal_transactions` (`practice_id`,`dedupe_key`);--> statement-breakpoint
CREATE TABLE `unmatched_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`inbound_file_id` text NOT NULL,
	`payment_key` text,
	`reference` text NOT NULL,
	`fact` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`amount` integer NOT NULL,
	`created_at` text NOT NULL,
	`state` text NOT NULL,
	`claim_id` text,
	`decided_by_device` text,
	`decided_at` text,
	`reason` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbound_file_id`) REFERENCES `inbound_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unmatched_answers_dedupe` ON `unmatched_answers` (`practice_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `unmatched_answers_state` ON `unmatched_answers` (`practice_id`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `worklist_items` (
	`practice_id` text NOT NULL,
	`list` text NOT NULL,
	`claim_id` text NOT NULL,
	`since` text NOT NULL,
	`amount` integer NOT NULL,
	`deadline` text,
	`urgency` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `list`, `claim_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `worklist_items_order` ON `worklist_items` (`practice_id`,`list`,`urgency`,`claim_id`);--> statement-breakpoint
CREATE INDEX `worklist_items_claim` ON `worklist_items` (`claim_id`);--> statement-breakpoint
ALTER TABLE `claims` ADD `assigned_to` text;--> statement-breakpoint
CREATE INDEX `claims_service_day` ON `claims` (`practice_id`,`service_date`,`total_charge`);--> statement-breakpoint
ALTER TABLE `remittances` ADD `payment_method` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TRIGGER `journal_transactions_no_update` BEFORE UPDATE ON `journal_transactions` BEGIN SELECT RAISE(ABORT, 'journal_transactions is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `journal_transactions_no_delete` BEFORE DELETE ON `journal_transactions` BEGIN SELECT RAISE(ABORT, 'journal_transactions is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `journal_entries_no_update` BEFORE UPDATE ON `journal_entries` BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `journal_entries_no_delete` BEFORE DELETE ON `journal_entries` BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `claim_events_no_update` BEFORE UPDATE ON `claim_events` BEGIN SELECT RAISE(ABORT, 'claim_events is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `claim_events_no_delete` BEFORE DELETE ON `claim_events` BEGIN SELECT RAISE(ABORT, 'claim_events is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `claim_notes_no_update` BEFORE UPDATE ON `claim_notes` BEGIN SELECT RAISE(ABORT, 'claim_notes is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `claim_notes_no_delete` BEFORE DELETE ON `claim_notes` BEGIN SELECT RAISE(ABORT, 'claim_notes is append-only'); END;
