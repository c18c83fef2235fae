/** What a payer tells of one kind of service for one patient: covered or not, and what of it the patient pays. */
import type { AddressLike } from '../claim/index.ts';
import type { Cents, IsoDate } from '../values/index.ts';

/** In the plan's network, outside, both alike, or the payer does not know. */
export type Network = 'in' | 'out' | 'both' | 'unknown';

export interface DatedAs {
  /** DTP01. */
  readonly qualifier: string;
  readonly date?: IsoDate;
  readonly dateEnd?: IsoDate;
}

export interface NumberedAs {
  /** REF01. */
  readonly qualifier: string;
  readonly value: string;
  readonly description?: string;
}

/** HSD: so many visits in so many weeks. */
export interface Delivery {
  readonly quantityQualifier?: string;
  readonly quantity?: number;
  readonly unit?: string;
  readonly unitCount?: number;
  readonly timePeriod?: string;
  readonly periodCount?: number;
  readonly frequency?: string;
  readonly pattern?: string;
}

/** PER: a person to ask, or only numbers. */
export interface PartyContact {
  readonly name?: string;
  readonly phone?: string;
  readonly extension?: string;
  readonly fax?: string;
  readonly email?: string;
  readonly url?: string;
  readonly workPhone?: string;
  readonly dataAccess?: string;
}

/** Whom a benefit depends on: a primary care provider, another payer. */
export interface Party {
  /** NM101. */
  readonly entity: string;
  readonly name: string;
  readonly id?: string;
  readonly address?: AddressLike;
  readonly contacts?: readonly PartyContact[];
  /** PRV: what kind of provider it is. */
  readonly provider?: { readonly role: string; readonly id?: string };
  /** N406: of the military. */
  readonly healthServiceRegion?: string;
}

/** All by which one benefit may differ from another of its kind. What the payer does not say is not there. */
export interface Detail {
  /** Whether it is said of this service, of the plan as a whole, or of no service at all. */
  readonly scope: 'service' | 'plan' | 'unsaid';
  /** EB02: IND, FAM and so on. */
  readonly coverageLevel?: string;
  readonly network?: Network;
  /** EB05. */
  readonly planName?: string;
  /** EB04. */
  readonly insuranceType?: string;
  readonly authorization?: 'needed' | 'not-needed' | 'unknown';
  /** Places of service. */
  readonly places?: readonly string[];
  /** `99213 25`, `99202 to 99215`. */
  readonly procedure?: string;
  /** Places among the diagnoses that were asked about. */
  readonly diagnosisPointers?: readonly number[];
  readonly deliveries?: readonly Delivery[];
  readonly dates?: readonly DatedAs[];
  readonly numbers?: readonly NumberedAs[];
  readonly parties?: readonly Party[];
  /** As the payer writes them. */
  readonly messages?: readonly string[];
}

export type CoverageState = 'active' | 'inactive' | 'not-covered' | 'unknown';

/** One word of the payer about whether there is a benefit. */
export interface Coverage extends Detail {
  readonly state: CoverageState;
  /** The payer still looks into it. */
  readonly isPending?: true;
}

/** A copay, coinsurance, deductible, most that the patient pays, or how much of a service there is. */
export interface PatientCost extends Detail {
  /** Of the whole period. */
  readonly amount?: Cents;
  /** What is left of it. */
  readonly remaining?: Cents;
  /** What counts towards it so far this year. */
  readonly soFar?: Cents;
  /** 20 is 20 percent. */
  readonly percent?: number;
  /** A share that the payer did not write as a part of one: nobody knows what it means. */
  readonly shareAsSent?: number;
  /** 20 visits, 3 units of blood. */
  readonly quantity?: number;
  readonly remainingQuantity?: number;
  /** EB09: VS visits. */
  readonly unit?: string;
  /** EB06 of the amount: 23 a calendar year, 27 a visit. */
  readonly period?: string;
}

/** Anything else that the payer tells. */
export interface OtherBenefit extends PatientCost {
  /** EB01. */
  readonly information: string;
  readonly serviceTypes: readonly string[];
}

/** A reason for which nothing, or not all, was told (AAA). */
export interface BenefitRejection {
  readonly reason: string;
  readonly followUp: string;
}

export interface ServiceBenefits {
  readonly serviceType: string;
  /** `depends`: the payer says several things that differ, each with its detail in `coverages`. */
  readonly state: CoverageState | 'depends';
  /** Why it is not known: it was refused, the payer says that it can't tell, or it says nothing of it. */
  readonly unknownAs?: 'refused' | 'payer-cannot-tell' | 'not-mentioned';
  /** The payer speaks of the plan, and not of this service. */
  readonly isOfPlanOnly?: true;
  readonly coverages: readonly Coverage[];
  readonly copays: readonly PatientCost[];
  readonly coinsurances: readonly PatientCost[];
  readonly deductibles: readonly PatientCost[];
  readonly outOfPocket: readonly PatientCost[];
  readonly limits: readonly PatientCost[];
  readonly others: readonly OtherBenefit[];
  readonly rejections: readonly BenefitRejection[];
}
