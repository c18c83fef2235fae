CREATE TABLE `list_sizes` (
	`practice_id` text NOT NULL,
	`of` text NOT NULL,
	`claims` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `of`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `list_sizes` (`practice_id`, `of`, `claims`) SELECT `practice_id`, 'list:' || `list`, count(*) FROM `worklist_items` GROUP BY `practice_id`, `list`;--> statement-breakpoint
INSERT INTO `list_sizes` (`practice_id`, `of`, `claims`) SELECT `practice_id`, 'status:' || `status`, count(*) FROM `claims` WHERE `followed_by` IS NULL GROUP BY `practice_id`, `status`;--> statement-breakpoint
CREATE TRIGGER `worklist_items_insert_size` AFTER INSERT ON `worklist_items` BEGIN
	INSERT INTO `list_sizes` (`practice_id`, `of`, `claims`) VALUES (NEW.`practice_id`, 'list:' || NEW.`list`, 1) ON CONFLICT DO UPDATE SET `claims` = `claims` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `worklist_items_delete_size` AFTER DELETE ON `worklist_items` BEGIN
	UPDATE `list_sizes` SET `claims` = `claims` - 1 WHERE `practice_id` = OLD.`practice_id` AND `of` = 'list:' || OLD.`list`;
END;--> statement-breakpoint
CREATE TRIGGER `worklist_items_move_size` AFTER UPDATE OF `practice_id`, `list` ON `worklist_items` BEGIN
	UPDATE `list_sizes` SET `claims` = `claims` - 1 WHERE `practice_id` = OLD.`practice_id` AND `of` = 'list:' || OLD.`list`;
	INSERT INTO `list_sizes` (`practice_id`, `of`, `claims`) VALUES (NEW.`practice_id`, 'list:' || NEW.`list`, 1) ON CONFLICT DO UPDATE SET `claims` = `claims` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `claims_insert_size` AFTER INSERT ON `claims` WHEN NEW.`followed_by` IS NULL BEGIN
	INSERT INTO `list_sizes` (`practice_id`, `of`, `claims`) VALUES (NEW.`practice_id`, 'status:' || NEW.`status`, 1) ON CONFLICT DO UPDATE SET `claims` = `claims` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `claims_delete_size` AFTER DELETE ON `claims` WHEN OLD.`followed_by` IS NULL BEGIN
	UPDATE `list_sizes` SET `claims` = `claims` - 1 WHERE `practice_id` = OLD.`practice_id` AND `of` = 'status:' || OLD.`status`;
END;--> statement-breakpoint
CREATE TRIGGER `claims_move_size` AFTER UPDATE OF `practice_id`, `status`, `followed_by` ON `claims`
WHEN (OLD.`practice_id`, OLD.`status`, OLD.`followed_by` IS NULL) <> (NEW.`practice_id`, NEW.`status`, NEW.`followed_by` IS NULL) BEGIN
	UPDATE `list_sizes` SET `claims` = `claims` - 1 WHERE OLD.`followed_by` IS NULL AND `practice_id` = OLD.`practice_id` AND `of` = 'status:' || OLD.`status`;
	INSERT INTO `list_sizes` (`practice_id`, `of`, `claims`) SELECT NEW.`practice_id`, 'status:' || NEW.`status`, 1 WHERE NEW.`followed_by` IS NULL ON CONFLICT DO UPDATE SET `claims` = `claims` + 1;
END;
