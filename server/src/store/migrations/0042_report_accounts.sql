CREATE TABLE `report_accounts` (
	`practice_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`served_on` text NOT NULL,
	`billed_on` text NOT NULL,
	`payer_name` text NOT NULL,
	`rendering_npi` text NOT NULL,
	`mode` text,
	`money` text NOT NULL,
	`is_closed` integer NOT NULL,
	`owed` integer NOT NULL,
	`expected` integer,
	`first_answer` text,
	`decision` text,
	`waits_since` text,
	PRIMARY KEY(`practice_id`, `claim_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_accounts_served` ON `report_accounts` (`practice_id`,`served_on`,`claim_id`);--> statement-breakpoint
CREATE INDEX `report_accounts_owed` ON `report_accounts` (`practice_id`,`served_on`,`claim_id`) WHERE owed > 0;