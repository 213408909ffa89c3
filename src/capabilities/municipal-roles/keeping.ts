import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Scope } from '../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../platform/database/handle.ts'
import { foundOrRefuse } from '../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../platform/http/form-errors.ts'
import { FormFields } from '../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../platform/http/newer-version.ts'
import { type Page, type Reply, seeOther, showAgain, showPage } from '../../platform/http/reply.ts'
import type { Handler } from '../../platform/http/route.ts'
import { saysTheSame, sentBefore } from '../../platform/http/sent-before.ts'
import { isId, type WebRequest } from '../../platform/http/web-request.ts'
import type { Instant } from '../../platform/time/local-time.ts'

/** 'changed-meanwhile': somebody else was first, the thing is gone, or a new one was sent before. Nothing is changed then. */
export type KeptOutcome = 'kept' | 'changed-meanwhile'

/** What a form of something that is kept shows. */
export interface FormShown<Context, Kept> {
  readonly request: WebRequest
  readonly context: Context
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly saved: boolean
  /** What is changed; undefined when it is new. */
  readonly kept?: Kept | undefined
  /** What somebody else made of it meanwhile. */
  readonly stored?: Kept | undefined
}

/** Something that people keep by a form: one by one, with versions. */
export interface Keeping<
  Context extends { readonly scope: Scope },
  Facts extends object,
  Kept extends Versioned,
> {
  /** For whom, and what can be chosen. @throws when it may not, or is not there */
  prepare(request: WebRequest): Promise<Context>
  /** The name of its id in the address. */
  readonly param: string
  find(db: ReadHandle, context: Context, id: string): Promise<Kept | undefined>
  form(context: Context): z.ZodType<Facts>
  sent(form: FormFields, context: Context): unknown
  /** It as the form shows it, without its version. */
  fields(kept: Kept): readonly (readonly [string, string])[]
  /** With what a form for a new one begins. */
  begin?(request: WebRequest, context: Context): readonly (readonly [string, string])[]
  page(shown: FormShown<Context, Kept>): Page
  add(tx: WriteHandle, context: Context, id: string, facts: Facts, now: Instant): Promise<KeptOutcome>
  change(tx: WriteHandle, context: Context, at: Versioned, facts: Facts, now: Instant): Promise<KeptOutcome>
  /** Where one goes when it is kept. */
  after(context: Context, id: string, isNew: boolean): string
}

export interface Versioned {
  readonly id: string
  readonly version: number
}

/**
 * The four handlers of such a form. A new thing gets its id when the form is shown, so that who sends it twice has one; who
 * changes it after that with the button back is told (409). What somebody else saved meanwhile comes back beside what was typed (409).
 */
export function keep<Context extends { readonly scope: Scope }, Facts extends object, Kept extends Versioned>(
  keeping: Keeping<Context, Facts, Kept>,
): Record<'showAdd' | 'submitAdd' | 'showChange' | 'submitChange', Handler> {
  const prepareOne = async (request: WebRequest) => {
    const context = await keeping.prepare(request)
    const id = request.idParam(keeping.param)
    const kept = foundOrRefuse(
      await request.database.read(context.scope, (db) => keeping.find(db, context, id)),
    )
    return { context, kept, fields: [...keeping.fields(kept), ['version', String(kept.version)] as const] }
  }
  /** Whether what is kept under an id says the same as what was sent now. */
  const isKeptSo = async (request: WebRequest, id: string, facts: Facts): Promise<boolean> => {
    const context = await keeping.prepare(request)
    const kept = await request.database.read(context.scope, (db) => keeping.find(db, context, id))
    if (!kept) return false
    const shown = keeping.sent(new FormFields(keeping.fields(kept)), context)
    return saysTheSame(facts, keeping.form(context).safeParse(shown).data)
  }
  return {
    async showAdd(request): Promise<Reply> {
      const context = await keeping.prepare(request)
      const form = new FormFields([['id', uuidv7()], ...(keeping.begin?.(request, context) ?? [])])
      return showPage(keeping.page({ request, context, form, errors: [], saved: false }))
    },
    async submitAdd(request): Promise<Reply> {
      const context = await keeping.prepare(request)
      const form = await request.form()
      const parsed = parseForm(keeping.form(context), keeping.sent(form, context), request.t)
      if (!parsed.ok)
        return showAgain(keeping.page({ request, context, form, errors: parsed.errors, saved: false }))
      const id = isId(form.text('id')) ? form.text('id') : uuidv7()
      const outcome = await request.database.write(context.scope, (tx) =>
        keeping.add(tx, context, id, parsed.value, request.clock.now()),
      )
      if (outcome === 'kept' || (await isKeptSo(request, id, parsed.value)))
        return seeOther(keeping.after(context, id, true))
      const page = keeping.page({ request, context, saved: false, ...sentBefore(form, request.t) })
      return { kind: 'page', status: 409, page }
    },
    async showChange(request): Promise<Reply> {
      const { context, kept, fields } = await prepareOne(request)
      const saved = request.query('bericht') === 'bewaard'
      return showPage(
        keeping.page({ request, context, form: new FormFields(fields), errors: [], saved, kept }),
      )
    },
    async submitChange(request): Promise<Reply> {
      const { context, kept } = await prepareOne(request)
      const form = await request.form()
      const shown = { request, context, kept, saved: false }
      const parsed = parseForm(keeping.form(context), keeping.sent(form, context), request.t)
      if (!parsed.ok) return showAgain(keeping.page({ ...shown, form, errors: parsed.errors }))
      const at = { id: kept.id, version: versionSent(form) }
      const outcome = await request.database.write(context.scope, (tx) =>
        keeping.change(tx, context, at, parsed.value, request.clock.now()),
      )
      if (outcome === 'kept') return seeOther(keeping.after(context, kept.id, false))
      const { kept: stored } = await prepareOne(request)
      const errors = [{ id: 'meanwhile', message: request.t('direction.error.meanwhile') }]
      const page = keeping.page({ ...shown, stored, form: typedOver(form, stored.version), errors })
      return { kind: 'page', status: 409, page }
    },
  }
}
