/** Pairing a browser, and the devices of a practice. */
import { z } from 'zod';

export const ROLES = ['clinician', 'biller', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const PairRequest = z.object({
  /** As printed or shown, with or without the hyphen, any case. */
  code: z.string().min(4).max(32),
  /** A name the admin will recognise: `Front desk, Chrome on Windows`. */
  deviceName: z.string().trim().min(1).max(80),
});
export type PairRequest = z.infer<typeof PairRequest>;

export const PairResponse = z.object({
  deviceId: z.string(),
  /** 256 random bits, shown once; the server keeps only a hash. */
  token: z.string(),
  role: Role,
  practiceName: z.string(),
});
export type PairResponse = z.infer<typeof PairResponse>;

export const Session = z.object({
  deviceId: z.string(),
  deviceName: z.string(),
  role: Role,
  practiceName: z.string(),
});
export type Session = z.infer<typeof Session>;

export const CreatePairingCodeRequest = z.object({ role: Role });
export const PairingCode = z.object({ code: z.string(), role: Role, expiresAt: z.string() });
export type PairingCode = z.infer<typeof PairingCode>;

export const Device = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  pairedAt: z.string(),
  lastSeenAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  /** Since when it waits for an admin’s word, as the data was restored from a backup; null where it may ask. */
  waitsSince: z.string().nullable(),
  /** True for the device that asks. */
  isThisDevice: z.boolean(),
});
export type Device = z.infer<typeof Device>;
