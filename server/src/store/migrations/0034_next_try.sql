ALTER TABLE `connections` ADD `next_try_at` text;--> statement-breakpoint
ALTER TABLE `connections` ADD `clock_ahead` integer;