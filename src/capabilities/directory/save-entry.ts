import { Refusal } from '../../platform/errors/refusals.ts'
import type { FormError, ParsedForm } from '../../platform/http/form-errors.ts'
import { FormFields } from '../../platform/http/form-fields.ts'
import { versionSent } from '../../platform/http/newer-version.ts'
import { type Page, type Reply, seeOther, showAgain } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { type EntryField, entryFields } from './entry-fields.ts'

/** What a page shows of a form that was sent. */
export interface SentForm {
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly meanwhile?: readonly string[] | undefined
}

/**
 * Saves a form of the directory. What is wrong comes back with all that was typed (422). Was somebody else first, then what
 * he changed stands above what was typed here, which a second press of the button puts in its place (409).
 * @param stored the entry as it stands now, as the form shows it, with its `version`
 * @param say the values of a field as a person reads them
 */
export async function saveEntry<Facts>({
  t,
  form,
  parse,
  save,
  page,
  done,
  stored,
  say = (_field, values) => values.join(', '),
}: {
  readonly t: Translate
  readonly form: FormFields
  readonly parse: (form: FormFields) => ParsedForm<Facts> | Promise<ParsedForm<Facts>>
  /** Gives the id of what it added. */
  readonly save: (facts: Facts, version: number) => Promise<unknown>
  readonly page: (sent: SentForm) => Page | Promise<Page>
  /** Where one comes after it, with the id of what was added. */
  readonly done: (id: string) => string
  readonly stored?: () => Promise<FormFields>
  readonly say?: (field: EntryField, values: readonly string[]) => string
}): Promise<Reply> {
  const parsed = await parse(form)
  if (!parsed.ok) return showAgain(await page({ form, errors: parsed.errors }))
  try {
    const id = await save(parsed.value, versionSent(form))
    return seeOther(done(typeof id === 'string' ? id : ''))
  } catch (error) {
    if (!stored || !(error instanceof Refusal) || error.reason !== 'conflict') throw error
  }
  const now = await stored()
  const meanwhile = entryFields.flatMap((field) => {
    const theirs = valuesOf(now, field)
    if (theirs.join('\n') === valuesOf(form, field).join('\n')) return []
    return `${t(`directory.field.${field}`)}: ${say(field, theirs) || '–'}`
  })
  const again = new FormFields([
    ...form.entries().filter(([name]) => name !== 'version'),
    ['version', now.text('version')],
  ])
  return {
    kind: 'page',
    status: 409,
    page: await page({
      form: again,
      errors: [{ id: 'meanwhile', message: t('directory.error.meanwhile') }],
      meanwhile,
    }),
  }
}

/** The values of a field; a day has three boxes. */
function valuesOf(form: FormFields, field: EntryField): string[] {
  const boxes = ['day', 'month', 'year'].map((box) => form.text(`${field}.${box}`)).filter(Boolean)
  return boxes.length > 0
    ? [boxes.join('-')]
    : form
        .all(field)
        .map((value) => value.trim())
        .filter((value) => value !== '')
        .toSorted()
}
