import register from './processing-register.json' with { type: 'json' }

/** One thing that is done with personal data, as the register of processing must tell it (AVG art. 30 (1)); in Dutch, as it is handed in. */
export interface ProcessingActivity {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly ground: string
  readonly people: readonly string[]
  readonly categories: readonly string[]
  readonly recipients: readonly string[]
  readonly transfer: string
  readonly retention: string
  readonly security: readonly string[]
  /** By table, the columns that it keeps. */
  readonly data: Readonly<Record<string, readonly string[]>>
}

/** What an installation does with personal data. Held equal to docs/personal-data.md and to the database by a test. */
export const processingRegister: {
  readonly controller: string
  readonly activities: readonly ProcessingActivity[]
} = register as never
