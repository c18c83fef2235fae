DROP INDEX `claims_visit`;--> statement-breakpoint
CREATE INDEX `claims_visit` ON `claims` (`practice_id`,`visit_key`,`created_at`,`id`);