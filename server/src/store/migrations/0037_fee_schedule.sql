CREATE TABLE `contract_amounts` (
	`practice_id` text NOT NULL,
	`code` text NOT NULL,
	`payer_id` text NOT NULL,
	`payer_name` text NOT NULL,
	`procedure` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `code`, `payer_id`, `payer_name`, `procedure`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `procedures` (
	`practice_id` text NOT NULL,
	`code` text NOT NULL,
	`name_key` text NOT NULL,
	`price` integer,
	`self_pay_price` integer,
	`more` text NOT NULL,
	PRIMARY KEY(`practice_id`, `code`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `procedures` (`practice_id`, `code`, `name_key`, `price`, `more`)
SELECT p.`id`, f.`key`, '', f.`value`, '{}' FROM `practices` p, json_each(p.`settings`, '$.fees') f
WHERE f.`key` GLOB '[A-Z0-9][A-Z0-9][A-Z0-9][A-Z0-9][A-Z0-9]';
--> statement-breakpoint
INSERT INTO `contract_amounts` (`practice_id`, `code`, `payer_id`, `payer_name`, `procedure`, `amount`)
SELECT p.`id`, substr(c.`key`, 1, 5), json_extract(y.`value`, '$.payerId'),
  CASE WHEN (
    SELECT count(*) FROM json_each(p.`settings`, '$.payers') o
    WHERE json_extract(o.`value`, '$.payerId') = json_extract(y.`value`, '$.payerId')
  ) > 1 THEN json_extract(y.`value`, '$.name') ELSE '' END,
  c.`key`, c.`value`
FROM `practices` p, json_each(p.`settings`, '$.payers') y, json_each(y.`value`, '$.contract') c
WHERE true ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO `procedures` (`practice_id`, `code`, `name_key`, `more`)
SELECT DISTINCT `practice_id`, `code`, '', '{}' FROM `contract_amounts` WHERE true ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE `practices` SET `settings` = json_set(json_remove(`settings`, '$.fees'), '$.payers', json((
  SELECT json_group_array(json_remove(y.`value`, '$.contract')) FROM json_each(`settings`, '$.payers') y
))) WHERE `settings` IS NOT NULL AND json_type(`settings`, '$.fees') IS NOT NULL;
