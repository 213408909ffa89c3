import type { Actor } from '../auth/actor.ts'
import type { MapTiles, PassesOnTo } from '../config/config.ts'
import type { ApplicationDatabase } from '../database/application-database.ts'
import { refuse } from '../errors/refusals.ts'
import type { Language, Translate } from '../i18n/translate.ts'
import type { Log } from '../logging/log.ts'
import type { PdfMaker } from '../pdf/pdf-maker.ts'
import type { MasterKeys } from '../personal-data/master-keys.ts'
import type { Clock } from '../time/clock.ts'
import type { FormFields } from './form-fields.ts'

/** The form of a UUID: PostgreSQL takes anything else for a mistake of ours. */
export function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

/** Everything a handler gets to know about one request. */
export class WebRequest {
  readonly method: string
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  /** The network address it came from; only for throttling, never stored as it is. */
  readonly address: string
  readonly database: ApplicationDatabase
  readonly clock: Clock
  readonly language: Language
  readonly t: Translate
  readonly log: Log
  /** Pictures for maps, where this installation may show them. */
  readonly mapTiles: MapTiles | undefined
  /** Whether this installation sends mail. */
  readonly sendsMail: boolean
  /** Another's system to which a desk may pass on, where there is one. */
  readonly passesOnTo: Pick<PassesOnTo, 'name' | 'area'> | undefined
  /** The address was asked over HTTPS. */
  readonly secure: boolean
  /** Who signed in, if anybody. */
  readonly visitor: Actor | undefined
  private readonly pdfMaker: PdfMaker | undefined
  private readonly masterKeys: MasterKeys | undefined
  private readonly readForm: () => Promise<FormFields>
  private readonly readJson: () => Promise<unknown>
  private readonly readFile: (field: string) => Promise<File | undefined>

  constructor(parts: {
    method: string
    url: URL
    params: Record<string, string>
    cookies: Record<string, string>
    address: string
    database: ApplicationDatabase
    clock: Clock
    language: Language
    t: Translate
    log: Log
    mapTiles: MapTiles | undefined
    pdf: PdfMaker | undefined
    keys: MasterKeys | undefined
    sendsMail: boolean
    passesOnTo: Pick<PassesOnTo, 'name' | 'area'> | undefined
    secure: boolean
    visitor: Actor | undefined
    readForm: () => Promise<FormFields>
    readJson: () => Promise<unknown>
    readFile: (field: string) => Promise<File | undefined>
  }) {
    this.method = parts.method
    this.url = parts.url
    this.params = parts.params
    this.cookies = parts.cookies
    this.address = parts.address
    this.database = parts.database
    this.clock = parts.clock
    this.language = parts.language
    this.t = parts.t
    this.log = parts.log
    this.mapTiles = parts.mapTiles
    this.pdfMaker = parts.pdf
    this.masterKeys = parts.keys
    this.sendsMail = parts.sendsMail
    this.passesOnTo = parts.passesOnTo
    this.secure = parts.secure
    this.visitor = parts.visitor
    this.readForm = parts.readForm
    this.readJson = parts.readJson
    this.readFile = parts.readFile
  }

  /** Where this installation is for who asks, as https://voorbeeld.nl: for addresses that travel. */
  get origin(): string {
    return `${this.secure ? 'https' : 'http'}://${this.url.host}`
  }

  /** Who signed in. Routes with a permission always have somebody. */
  get actor(): Actor {
    return this.visitor ?? refuse('not-signed-in')
  }

  /** Makes PDFs; refused where this installation has no fonts for them. */
  get pdf(): PdfMaker {
    return this.pdfMaker ?? refuse('unavailable')
  }

  /** The keys for personal data; refused where this installation has none. */
  get keys(): MasterKeys {
    return this.masterKeys ?? refuse('unavailable')
  }

  /** The sent form's text fields. */
  form(): Promise<FormFields> {
    return this.readForm()
  }

  /** A sent file, if that field holds one with something in it. */
  file(field: string): Promise<File | undefined> {
    return this.readFile(field)
  }

  json(): Promise<unknown> {
    return this.readJson()
  }

  param(name: string): string {
    return this.params[name] ?? refuse('not-found')
  }

  /** A part of the address that is an id. What has no such form does not exist. */
  idParam(name: string): string {
    const id = this.param(name)
    return isId(id) ? id : refuse('not-found')
  }

  query(name: string): string {
    // What no text can hold would be refused by the database (form-fields.ts).
    return this.url.searchParams.get(name)?.toWellFormed().replaceAll('\0', '').trim() ?? ''
  }

  /** All values of one name in the address. */
  queryAll(name: string): string[] {
    return this.url.searchParams.getAll(name)
  }
}
