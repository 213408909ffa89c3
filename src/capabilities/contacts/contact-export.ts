import type { Instant } from '../../platform/time/local-time.ts'

export const exportKinds = ['csv', 'xlsx'] as const
export type ExportKind = (typeof exportKinds)[number]

/** A file is erased after so many days. */
export const exportKeptDays = 3

/** So many files of one person may wait for the worker at once. */
export const mostWaitingExports = 3

/** The job that makes a file. */
export const exportJob = 'contacts.make-export'

/** A million contacts on a slow and busy machine; a job that takes longer is begun anew. */
export const longestExportSeconds = 60 * 60

/** A file with contacts that somebody asked for. */
export interface ContactExport {
  readonly id: string
  readonly libraryId: string
  /** Of one desk; null: of the whole library. */
  readonly deskId: string | null
  readonly accountId: string
  /** Days, both included. */
  readonly from: string
  readonly until: string
  readonly kind: ExportKind
  readonly language: 'nl' | 'en'
  readonly status: 'working' | 'done' | 'removed'
  /** The job came to an end by a fault. */
  readonly failed: boolean
  readonly attempt: number
  readonly askedAt: Instant
  /** Contacts written so far, of so many; 0 while nobody knows. */
  readonly done: number
  readonly total: number
  readonly bytes: number | null
  readonly finishedAt: Instant | null
}

export const exportAddress = '/sturing/ophalen'
export const addressOfExport = (id: string): string => `${exportAddress}/${id}`

/** The name of the file: what it holds and of which days. */
export const exportFileName = ({
  from,
  until,
  kind,
}: Pick<ContactExport, 'from' | 'until' | 'kind'>): string => `hulpcontacten-${from}-${until}.${kind}`
