CREATE TABLE `claim_payer_numbers` (
	`practice_id` text NOT NULL,
	`number` text NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`practice_id`, `number`, `claim_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `remote_files` (
	`practice_id` text NOT NULL,
	`name` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`modified` integer NOT NULL,
	`settled` integer NOT NULL,
	`failures` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `name`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `inbound_files` ADD `readings_begun` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `remittances` ADD `posted` integer DEFAULT false NOT NULL;--> statement-breakpoint
INSERT OR IGNORE INTO `claim_payer_numbers` (`practice_id`, `number`, `claim_id`)
SELECT `practice_id`, trim(coalesce(json_extract(`fact`, '$.payerClaimControlNumber'), json_extract(`fact`, '$.payment.payerClaimControlNumber'))) AS `number`, `claim_id`
FROM `claim_events` WHERE `number` <> '';--> statement-breakpoint
UPDATE `remittances` SET `posted` = 1 WHERE `state` = 'posted' OR (`state` = 'needs-person' AND `reason` NOT LIKE '%Nothing was posted.%' AND `reason` NOT LIKE (`claim_count` || ' of ' || `claim_count` || ' %'));
