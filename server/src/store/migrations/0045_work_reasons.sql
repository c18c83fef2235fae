DROP INDEX `worklist_items_order`;--> statement-breakpoint
ALTER TABLE `worklist_items` ADD `why` text DEFAULT 'status' NOT NULL;--> statement-breakpoint
CREATE INDEX `worklist_items_order` ON `worklist_items` (`practice_id`,`list`,`urgency`,`claim_id`,`rendering_npi`,`location`,`amount`,`deadline`,`why`);