DROP INDEX `worklist_items_claim`;--> statement-breakpoint
CREATE INDEX `worklist_items_claim` ON `worklist_items` (`practice_id`,`claim_id`,`list`);